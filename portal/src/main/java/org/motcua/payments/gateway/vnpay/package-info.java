/**
 * VNPAY 2.1.0: the payer is sent to its page; a notice (IPN) tells what came of it; it can be
 * asked, and gives money back.
 */
@NullMarked
package org.motcua.payments.gateway.vnpay;

import org.jspecify.annotations.NullMarked;
