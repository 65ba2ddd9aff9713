/**
 * The electronic store that the decree on administrative procedures in the electronic environment
 * (45/2020) gives each person and organisation: papers they keep and what agencies have issued.
 */
@NullMarked
package org.motcua.dossiers.papers;

import org.jspecify.annotations.NullMarked;
