/** A certificate authority for trying things out, and the program with which its people sign. */
@NullMarked
package org.motcua.simulators.outside.authority;

import org.jspecify.annotations.NullMarked;
