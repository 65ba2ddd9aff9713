package org.motcua.notifications;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Hands people all the messages of their inbox. */
@Component
class HeldMessages implements DataHolder {

  private static final int PAGE = 200;

  private final Inbox inbox;
  private final Messages messages;

  HeldMessages(Inbox inbox, Messages messages) {
    this.inbox = inbox;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = parcel.language();
    parcel.put(
        "notifications.message",
        DataHolder.all(
                PAGE,
                (@Nullable Message last) ->
                    inbox.list(person, last == null ? null : last.id(), PAGE))
            .map(message -> facts(message, language)));
  }

  private Map<String, ?> facts(Message message, Language language) {
    var notice = message.notice();
    var arguments = notice.arguments().toArray();
    return DataHolder.facts(
        "sentAt", message.sentAt(),
        "title", messages.text(language, notice.key() + ".title", arguments),
        "body", messages.text(language, notice.key() + ".body", arguments),
        "read", message.read());
  }
}
