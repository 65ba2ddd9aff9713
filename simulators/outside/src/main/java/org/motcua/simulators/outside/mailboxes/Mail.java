package org.motcua.simulators.outside.mailboxes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BoxedMessage;

/**
 * A mail that has arrived in a mailbox.
 *
 * @param files the names of those that came with it
 */
public record Mail(
    String id,
    EmailAddress to,
    String from,
    String subject,
    String text,
    List<String> files,
    Instant receivedAt)
    implements BoxedMessage<EmailAddress> {

  /** Mails kept by an earlier version have no files. */
  public Mail(
      String id,
      EmailAddress to,
      String from,
      String subject,
      String text,
      @Nullable List<String> files,
      Instant receivedAt) {
    this.id = id;
    this.to = to;
    this.from = from;
    this.subject = subject;
    this.text = text;
    this.files = files == null ? List.of() : List.copyOf(files);
    this.receivedAt = receivedAt;
  }
}
