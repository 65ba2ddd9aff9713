/**
 * Paying by the national Payment Platform, version 1.0.6 of its contract: INIT, the confirmation
 * that it sends, questions, its own receipt (GET_BILL), refunds. {@code
 * docs/guides/connect-the-payment-platform.md} says which of all that is yet to be confirmed.
 */
@NullMarked
package org.motcua.payments.gateway.platform;

import org.jspecify.annotations.NullMarked;
