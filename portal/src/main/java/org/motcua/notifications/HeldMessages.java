package org.motcua.notifications;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/** Hands people all the messages of their inbox. */
@Component
class HeldMessages implements DataHolder {

  private static final int PAGE = 200;

  private final Inbox inbox;
  private final Accounts accounts;
  private final Messages messages;

  HeldMessages(Inbox inbox, Accounts accounts, Messages messages) {
    this.inbox = inbox;
    this.accounts = accounts;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var language = accounts.languageOf(person);
    var all = new ArrayList<Map<String, ?>>();
    List<Message> page;
    @Nullable UUID last = null;
    do {
      page = inbox.list(person, last, PAGE);
      page.forEach(message -> all.add(facts(message, language)));
      if (!page.isEmpty()) last = page.getLast().id();
    } while (page.size() == PAGE);
    parcel.put("notifications.message", all.stream());
  }

  private Map<String, ?> facts(Message message, Language language) {
    var notice = message.notice();
    var arguments = notice.arguments().toArray();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("sentAt", message.sentAt());
    facts.put("title", messages.text(language, notice.key() + ".title", arguments));
    facts.put("body", messages.text(language, notice.key() + ".body", arguments));
    facts.put("read", message.read());
    return facts;
  }
}
