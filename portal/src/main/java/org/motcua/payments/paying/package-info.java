/**
 * The payer's page: what for, to whom, how much; the choice of a way; what has become of it.
 * Whoever has its address may see it and pay, signed in or not.
 */
@NullMarked
package org.motcua.payments.paying;

import org.jspecify.annotations.NullMarked;
