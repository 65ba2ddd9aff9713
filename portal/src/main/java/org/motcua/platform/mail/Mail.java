package org.motcua.platform.mail;

import java.util.UUID;

/** A message in plain text; by its id a mailbox knows one that comes twice. */
record Mail(UUID id, String to, String subject, String text) {}
