/** What a dossier is, how its status may move, and where it is kept. */
@NullMarked
package org.motcua.dossiers.model;

import org.jspecify.annotations.NullMarked;
