package org.motcua.identity;

/**
 * A page about a system that files or handles applications, brought as a bean by whoever deals with
 * these; the system's own page at the desk leads to it.
 *
 * @param words key of the message with its name; {@code .about} says what it is for, {@code .open}
 *     asks to go there
 * @param under where it is, under the address of the system's own page, as {@code /webhooks}
 */
public record ProgramPage(String words, String under) {}
