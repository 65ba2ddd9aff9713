package org.motcua.simulators.outside.bank;

/**
 * Whose account money comes from or goes to.
 *
 * @param bank six digits
 */
public record Party(String bank, String account, String name) {}
