/**
 * The portal of a province, run by its own people: it signs in at the national portal as a program,
 * reads the dossiers that portal holds for the province's agencies, and shows them at its own
 * address. HTTP is all the two share.
 */
@NullMarked
package org.motcua.simulators.agency;

import org.jspecify.annotations.NullMarked;
