package org.motcua.platform.mail;

/** A file that goes with a message: its reader opens it without asking anybody. */
public record Enclosure(String name, String mediaType, byte[] content) {}
