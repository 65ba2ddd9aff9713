/** Which addresses need whom, and how one gets back to where one was. */
@NullMarked
@NamedInterface("access")
package org.motcua.identity.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
