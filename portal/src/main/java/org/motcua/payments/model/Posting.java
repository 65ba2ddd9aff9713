package org.motcua.payments.model;

/**
 * @param dong a debit above nought, a credit below
 */
public record Posting(LedgerAccount account, long dong) {}
