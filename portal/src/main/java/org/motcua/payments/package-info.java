/**
 * Money: what people are asked to pay, the ways in which they pay it, the books, receipts, refunds,
 * and the comparison of all that with what gateways and banks say.
 *
 * <p>Never hears of dossiers, fines or bills: it holds an opaque reference of what is paid, and
 * publishes {@link org.motcua.payments.PaymentSettled} and its like.
 */
@NullMarked
@ApplicationModule(
    displayName = "payments",
    allowedDependencies = {
      "organisation",
      "identity",
      "documents",
      "notifications",
      "platform :: api",
      "platform :: audit",
      "platform :: calling",
      "platform :: clock",
      "platform :: csv",
      "platform :: database",
      "platform :: idempotency",
      "platform :: ids",
      "platform :: limits",
      "platform :: mail",
      "platform :: notify",
      "platform :: secrets",
      "platform :: web",
      "platform :: ui"
    })
package org.motcua.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
