/** Identifiers that sort by the time they were made (UUIDv7, RFC 9562). */
@NullMarked
@NamedInterface("ids")
package org.motcua.platform.ids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
