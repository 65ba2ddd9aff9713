package org.motcua.identity.accesses;

/**
 * A look in the words of its page.
 *
 * @param program whether it was an agency's program and no person
 */
public record LookRow(String at, String agency, boolean program, String what, String why) {}
