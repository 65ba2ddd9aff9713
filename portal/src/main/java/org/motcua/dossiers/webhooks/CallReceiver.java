package org.motcua.dossiers.webhooks;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.motcua.dossiers.webhooks.MessageStore.Claimed;
import org.motcua.identity.Programs;
import org.motcua.platform.calling.ClientCalls;
import org.motcua.platform.secrets.Vault;
import org.springframework.stereotype.Component;

/** Posts one message, signed as Standard Webhooks has it. */
@Component
class CallReceiver {

  private static final int OK = 200;
  private static final int OK_END = 300;
  private static final int GONE = 410;
  private static final int LONGEST = 500;

  private final ClientCalls calls;
  private final Programs programs;
  private final Vault vault;
  private final Clock clock;

  CallReceiver(ClientCalls calls, Programs programs, Vault vault, Clock clock) {
    this.calls = calls;
    this.programs = programs;
    this.vault = vault;
    this.clock = clock;
  }

  /** What came back. */
  sealed interface Answered {

    /** What is kept of it. */
    String excerpt();

    record Taken(int status, String excerpt) implements Answered {}

    record NotTaken(int status, String excerpt) implements Answered {}

    record Gone(int status, String excerpt) implements Answered {}

    record Silent(String excerpt) implements Answered {}

    /** The program was closed meanwhile: nobody is called. */
    record Closed(String excerpt) implements Answered {}
  }

  Answered with(Claimed message) {
    if (!programs.isOpen(message.client())) return new Answered.Closed("closed");
    try {
      var answer = calls.post(URI.create(message.address()), message.body(), headers(message));
      var excerpt = shortened(answer.body());
      var status = answer.status();
      if (status >= OK && status < OK_END) return new Answered.Taken(status, excerpt);
      if (status == GONE) return new Answered.Gone(status, excerpt);
      return new Answered.NotTaken(status, excerpt);
    } catch (IOException e) {
      return new Answered.Silent(shortened(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
  }

  private Map<String, String> headers(Claimed message) {
    var id = message.id().toString();
    var timestamp = clock.instant().getEpochSecond();
    var signatures = new ArrayList<String>();
    signatures.add(secret(message.secret()).sign(id, timestamp, message.body()));
    var former = message.formerSecret();
    if (former != null) signatures.add(secret(former).sign(id, timestamp, message.body()));
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        String.valueOf(timestamp),
        "webhook-signature",
        String.join(" ", signatures));
  }

  private WebhookSecret secret(byte[] sealed) {
    return new WebhookSecret(vault.open(sealed));
  }

  private static String shortened(String text) {
    var readable = text.replaceAll("\\p{Cntrl}", " ");
    return readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST) + "…";
  }
}
