package org.motcua.payments.finance;

import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;

/** Money that somebody has to see to before it can go back. */
public record WaitingRefund(Refund refund, Payment payment) {}
