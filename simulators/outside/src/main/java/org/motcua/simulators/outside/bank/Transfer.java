package org.motcua.simulators.outside.bank;

/** What the form of a transfer has, as it was typed. */
public record Transfer(String account, String dong, String text, String from, boolean twice) {}
