/**
 * The portal of a province, run by its own people, with its own accounts and database: it signs
 * people in through the national portal, reads as a program the dossiers that portal holds for the
 * province's agencies, and shows them at its own address. HTTP is all the two share.
 */
@NullMarked
package org.motcua.simulators.agency;

import org.jspecify.annotations.NullMarked;
