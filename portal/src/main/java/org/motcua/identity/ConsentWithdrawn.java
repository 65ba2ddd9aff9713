package org.motcua.identity;

/**
 * Somebody has taken back what he had agreed to; see {@link Consents.Given} for what the three say.
 */
public record ConsentWithdrawn(
    AccountId account, String object, String recipient, String whatKey) {}
