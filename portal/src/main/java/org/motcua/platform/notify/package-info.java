/** News between nodes through the database: who changed what, told to every portal process. */
@NullMarked
@NamedInterface("notify")
package org.motcua.platform.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
