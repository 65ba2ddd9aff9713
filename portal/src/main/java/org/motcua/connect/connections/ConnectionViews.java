package org.motcua.connect.connections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.motcua.connect.clients.SiteWords;
import org.motcua.connect.model.PersonalData;
import org.motcua.connect.model.SignOn;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Person;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Component;

/** Says connections in the words of their page. */
@Component
class ConnectionViews {

  private final Connections connections;
  private final Accounts accounts;
  private final SiteWords words;

  ConnectionViews(Connections connections, Accounts accounts, SiteWords words) {
    this.connections = connections;
    this.accounts = accounts;
    this.words = words;
  }

  List<ConnectionRow> all(CurrentUser user, Page page) {
    var all = connections.of(user.id());
    var actors =
        accounts.findPersons(
            all.stream()
                .flatMap(it -> it.signOns().stream())
                .flatMap(it -> Stream.ofNullable(it.actor()))
                .distinct()
                .toList());
    return all.stream().map(it -> row(it, user, actors, page)).toList();
  }

  ConnectionRow one(Connection connection, CurrentUser user, Page page) {
    return row(connection, user, Map.of(), page);
  }

  private ConnectionRow row(
      Connection connection, CurrentUser user, Map<AccountId, Person> actors, Page page) {
    var client = connection.client();
    var agreement = connection.agreement();
    return new ConnectionRow(
        ConnectionsController.PATH + "/" + client.id(),
        client.name(page.language()),
        words.agency(client),
        client.homeAddress(),
        words.host(client),
        client.closed(),
        connection.signOns().stream().map(it -> since(it, actors, page)).toList(),
        agreement == null ? List.of() : labels(agreement.given(), user, page),
        agreement == null ? List.of() : labels(agreement.refused(), user, page),
        agreement == null ? null : page.dateTime(agreement.agreedAt()),
        agreement != null
            && !client.closed()
            && client.portal() != null
            && !client.portal().optional().isEmpty());
  }

  private static String since(SignOn signOn, Map<AccountId, Person> actors, Page page) {
    var at = page.dateTime(signOn.createdAt());
    var actor = signOn.actor() == null ? null : actors.get(signOn.actor());
    return actor == null
        ? page.t("connect.connections.since", at)
        : page.t("connect.connections.since.by", at, actor.name());
  }

  private static List<String> labels(Set<PersonalData> data, CurrentUser user, Page page) {
    return data.stream().map(it -> page.t(it.words(user.kind()))).toList();
  }
}
