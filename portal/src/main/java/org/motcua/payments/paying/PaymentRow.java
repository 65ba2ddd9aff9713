package org.motcua.payments.paying;

import org.motcua.payments.model.Payment;

/**
 * One of somebody's payments.
 *
 * @param arrived what goes back of it is there
 * @param receipted there is a receipt that holds
 */
public record PaymentRow(Payment payment, Stage stage, boolean arrived, boolean receipted) {}
