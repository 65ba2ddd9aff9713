/** Tables that people open with a table program. */
@NullMarked
@NamedInterface("csv")
package org.motcua.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
