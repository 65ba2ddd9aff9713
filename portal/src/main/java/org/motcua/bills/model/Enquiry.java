package org.motcua.bills.model;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param name whose it is said to be; null where the creditor does not ask for it
 */
public record Enquiry(Creditor creditor, String number, @Nullable String name) {}
