package org.motcua.simulators.outside.mailboxes;

import java.time.Instant;
import org.motcua.simulators.outside.BoxedMessage;

/** A mail that has arrived in a mailbox. */
public record Mail(
    String id, EmailAddress to, String from, String subject, String text, Instant receivedAt)
    implements BoxedMessage<EmailAddress> {}
