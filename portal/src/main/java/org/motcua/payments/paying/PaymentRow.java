package org.motcua.payments.paying;

import org.motcua.payments.model.Payment;

/** One of somebody's payments. */
public record PaymentRow(Payment payment, Stage stage) {}
