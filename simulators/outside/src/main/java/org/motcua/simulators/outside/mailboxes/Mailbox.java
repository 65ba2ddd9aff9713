package org.motcua.simulators.outside.mailboxes;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Whom the mail server hands a mail to. Nobody signs in here: mailboxes are read as pages. */
record Mailbox(EmailAddress address, Consumer<Mail> keeper, Clock clock) implements GreenMailUser {

  @Override
  public void deliver(MovingMessage moving) {
    deliver(moving.getMessage());
  }

  @Override
  public void deliver(MimeMessage message) {
    var letter = new Letter(message);
    try {
      keeper.accept(
          new Mail(
              UUID.randomUUID().toString(),
              address,
              letter.from(),
              letter.subject(),
              letter.text(),
              letter.files(),
              clock.instant()));
    } catch (MessagingException e) {
      throw new IllegalArgumentException("A mail cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException("A mail cannot be read", e);
    }
  }

  @Override
  public String getEmail() {
    return address.value();
  }

  @Override
  public String getLogin() {
    return address.value();
  }

  @Override
  public String getQualifiedMailboxName() {
    return address.value();
  }

  @Override
  public String getPassword() {
    throw new UnsupportedOperationException("A mailbox has no password");
  }

  @Override
  public void setPassword(String password) {
    throw new UnsupportedOperationException("A mailbox has no password");
  }

  @Override
  public void authenticate(String password) {
    throw new UnsupportedOperationException("A mailbox has no password");
  }

  @Override
  public void create() {}

  @Override
  public void delete() {}
}
