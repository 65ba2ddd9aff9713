package org.motcua.notifications;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.identity.DataHolder.Coded;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Hands people all the messages of their inbox, and how they want to be told. */
@Component
class HeldMessages implements DataHolder {

  private static final int PAGE = 200;

  private final Inbox inbox;
  private final PreferenceStore preferences;
  private final Messages messages;

  HeldMessages(Inbox inbox, PreferenceStore preferences, Messages messages) {
    this.inbox = inbox;
    this.preferences = preferences;
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
    parcel.put("notifications.preference", Stream.of(facts(preferences.of(person), language)));
  }

  private Map<String, ?> facts(Preferences wanted, Language language) {
    var quiet = wanted.quiet();
    return DataHolder.facts(
        "bySms",
        kinds(wanted.bySms(), language),
        "byMail",
        kinds(wanted.byMail(), language),
        "quietFrom",
        quiet == null ? null : quiet.from().toString(),
        "quietUntil",
        quiet == null ? null : quiet.until().toString());
  }

  private List<Coded> kinds(Set<NoticeKind> kinds, Language language) {
    return kinds.stream()
        .sorted()
        .map(
            kind ->
                new Coded(
                    kind.name(), messages.text(language, "notifications.preferences." + kind)))
        .toList();
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
