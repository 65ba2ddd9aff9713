/** The dossiers that the national portal holds for the province's agencies, read as a program. */
@NullMarked
package org.motcua.simulators.agency.dossiers;

import org.jspecify.annotations.NullMarked;
