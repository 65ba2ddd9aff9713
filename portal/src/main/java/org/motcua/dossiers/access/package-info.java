/** Which dossiers somebody sees and changes: his own, or another's as far as a mandate goes. */
@NullMarked
package org.motcua.dossiers.access;

import org.jspecify.annotations.NullMarked;
