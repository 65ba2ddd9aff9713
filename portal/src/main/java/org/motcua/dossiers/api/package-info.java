/**
 * The interface for programs: those with which people file, for themselves or for others, and those
 * of agencies in which dossiers are handled. It translates to the use cases that the pages use, and
 * decides nothing itself.
 */
@NullMarked
package org.motcua.dossiers.api;

import org.jspecify.annotations.NullMarked;
