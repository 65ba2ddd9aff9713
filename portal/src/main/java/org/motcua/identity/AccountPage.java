package org.motcua.identity;

/**
 * A page about a person's own account that another module brings as a bean; the account's overview
 * lists it beside those on devices and consents.
 *
 * @param words key of the message with its name; {@code .about} says what it is for
 */
public record AccountPage(String words, String address) {}
