package org.motcua.identity;

/**
 * @param commune official five-digit code of the commune
 * @param street house number, street, village: what comes before the commune
 */
public record HomeAddress(String commune, String street) {}
