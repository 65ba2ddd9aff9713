package org.motcua.simulators.outside.mailboxes;

import java.nio.file.Path;
import java.util.List;
import org.motcua.simulators.outside.Boxes;
import org.motcua.simulators.outside.Journal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every mailbox that mail ever came to. */
@Component
class Mailboxes {

  private static final int KEPT = 5_000;

  private final Boxes<EmailAddress, Mail> boxes;

  Mailboxes(@Value("${outside.data}") Path dataFolder, JsonMapper json) {
    this.boxes =
        new Boxes<>(new Journal<>(dataFolder.resolve("mails.jsonl"), Mail.class, json), KEPT);
  }

  void receive(Mail mail) {
    boxes.putIfNew(mail);
  }

  /** Newest first. */
  List<Mail> mailsOf(EmailAddress address) {
    return boxes.messagesOf(address);
  }

  /** The latest mail of each box, the box with the newest first. */
  List<Mail> latest(int limit) {
    return boxes.latest(limit);
  }

  int count() {
    return boxes.count();
  }
}
