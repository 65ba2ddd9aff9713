package org.motcua.dossiers.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.NavLink;

/**
 * One webhook of a program, and what became of its messages, the latest first.
 *
 * @param home address of the program's own page at the desk
 * @param told what was done just now; null: nothing
 * @param done whether that is what was asked for
 * @param states each with the messages of that state alone
 * @param next address of the messages before these
 */
public record WebhookView(
    String home,
    String program,
    WebhookRow webhook,
    @Nullable String told,
    boolean done,
    List<NavLink> states,
    List<Message> messages,
    @Nullable String next) {

  /** The page's own address. */
  public String here() {
    return home + "/webhooks/" + webhook.id();
  }

  /**
   * @param code of the dossier; null: a test
   * @param nextTry of one that waits
   * @param answer HTTP status of the last answer
   * @param excerpt its beginning, or why none came
   */
  public record Message(
      UUID id,
      Instant at,
      String event,
      @Nullable String code,
      String state,
      int tries,
      @Nullable Instant nextTry,
      @Nullable Integer answer,
      @Nullable String excerpt) {

    static Message of(WebhookMessage message) {
      var waits = message.state() == WebhookMessage.State.WAITING;
      return new Message(
          message.id(),
          message.at(),
          message.event(),
          message.code(),
          message.state().name(),
          message.tries(),
          waits ? message.dueAt() : null,
          message.answer(),
          message.excerpt());
    }

    public boolean arrived() {
      return state.equals(WebhookMessage.State.DELIVERED.name());
    }
  }
}
