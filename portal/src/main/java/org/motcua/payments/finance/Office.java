package org.motcua.payments.finance;

/**
 * Where an accountant serves, as his pages show it.
 *
 * @param all whether he looks after all payments, and so after the days and our bank account
 * @param creditsOfNobody transfers that wait for somebody who finds out what they are for
 */
public record Office(String agency, boolean all, long creditsOfNobody) {}
