/**
 * Fees that are paid online: asked for when the service says so, followed when payments tell of
 * them, given back by rule.
 *
 * <p>What was paid before the agency has taken a dossier in goes back as a whole when it is
 * refused, stopped, withdrawn or never handed in; after that only fees that the service calls
 * refundable.
 */
@NullMarked
package org.motcua.dossiers.paying;

import org.jspecify.annotations.NullMarked;
