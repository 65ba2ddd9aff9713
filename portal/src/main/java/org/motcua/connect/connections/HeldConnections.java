package org.motcua.connect.connections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.clients.SiteWords;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.model.SignOn;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Accounts;
import org.motcua.identity.DataHolder;
import org.motcua.identity.Person;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person has agreed to about agencies' sites, and where he is signed in. */
@Component
@Order(4)
class HeldConnections implements DataHolder {

  private final Connections connections;
  private final Accounts accounts;
  private final SiteWords words;
  private final Messages messages;

  HeldConnections(Connections connections, Accounts accounts, SiteWords words, Messages messages) {
    this.connections = connections;
    this.accounts = accounts;
    this.words = words;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    var kind = accounts.findPerson(person).map(Person::kind).orElse(AccountKind.CITIZEN);
    var all = connections.of(person);
    var language = parcel.language();
    parcel.put(
        "connect.agreement",
        all.stream()
            .filter(it -> it.agreement() != null)
            .map(it -> of(it.client(), it.agreement(), kind, language)));
    parcel.put(
        "connect.signOn",
        all.stream()
            .flatMap(it -> it.signOns().stream().map(signOn -> of(it.client(), signOn, language))));
  }

  private Map<String, ?> of(
      Client client, @Nullable Agreement agreement, AccountKind kind, Language language) {
    if (agreement == null) return Map.of();
    return DataHolder.facts(
        "site", site(client, language),
        "agency", new Coded(client.agency().value(), words.agency(client)),
        "given", data(agreement.given(), kind, language),
        "refused", data(agreement.refused(), kind, language),
        "agreedAt", agreement.agreedAt());
  }

  private Map<String, ?> of(Client client, SignOn signOn, Language language) {
    var actor = signOn.actor();
    return DataHolder.facts(
        "site", site(client, language),
        "since", signOn.createdAt(),
        "level", signOn.acr(),
        "by", actor == null ? null : accounts.findPerson(actor).map(Person::name).orElse(null),
        "until", signOn.expiresAt());
  }

  private static Coded site(Client client, Language language) {
    return new Coded(client.id().value(), client.name(language));
  }

  private List<Coded> data(Set<PersonalData> data, AccountKind kind, Language language) {
    return data.stream()
        .map(it -> new Coded(it.name(), messages.text(language, it.words(kind))))
        .toList();
  }
}
