/** The officers' desk: queue, acceptance, refusal, additions, preparation, decision, result. */
@NullMarked
package org.motcua.dossiers.handling;

import org.jspecify.annotations.NullMarked;
