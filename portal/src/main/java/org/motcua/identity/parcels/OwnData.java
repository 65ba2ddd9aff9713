package org.motcua.identity.parcels;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.DataHolder;
import org.motcua.identity.HomeAddress;
import org.motcua.identity.Person;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the account says its holder is. Secrets of signing in are no data about anybody. */
@Component
@Order(1)
class OwnData implements DataHolder {

  private final Accounts accounts;
  private final Organisation organisation;
  private final JdbcClient jdbc;
  private final Messages messages;

  OwnData(Accounts accounts, Organisation organisation, JdbcClient jdbc, Messages messages) {
    this.accounts = accounts;
    this.organisation = organisation;
    this.jdbc = jdbc;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId id, Parcel parcel) {
    var language = parcel.language();
    parcel.put(
        "identity.person", accounts.findPerson(id).stream().map(person -> of(person, language)));
    parcel.put("identity.number", numbers(id, language));
  }

  private Map<String, ?> of(Person person, Language language) {
    var address = Optional.ofNullable(person.address());
    return DataHolder.facts(
        "name", person.name(),
        "citizenId", person.citizenId(),
        "socialInsuranceNumber", person.socialInsuranceNumber(),
        "taxCode", person.taxCode(),
        "dateOfBirth", person.dateOfBirth(),
        "gender", coded(person.gender(), "identity.gender.", language),
        "phone", new Coded(person.phone(), new Phone(person.phone()).local()),
        "email", person.email(),
        "commune", address.map(this::commune).orElse(null),
        "street", address.map(HomeAddress::street).orElse(null),
        "language", coded(accounts.languageOf(person.id()), "identity.account.language.", language),
        "createdAt", openedAt(person.id()));
  }

  private Coded commune(HomeAddress address) {
    return new Coded(address.commune(), organisation.pathName(new UnitCode(address.commune())));
  }

  private Object openedAt(AccountId id) {
    return jdbc.sql("select created_at from identity.account where id = :id")
        .param("id", id.value())
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private Stream<Map<String, ?>> numbers(AccountId id, Language language) {
    return jdbc
        .sql(
            """
            select name, kind, since from identity.account_name where account_id = :account
            order by since, name
            """)
        .param("account", id.value())
        .query(
            (row, number) ->
                DataHolder.facts(
                    "number", readable(row.getString("kind"), row.getString("name")),
                    "kind",
                        new Coded(
                            row.getString("kind"),
                            messages.text(
                                language, "identity.number.kind." + row.getString("kind"))),
                    "since", row.getObject("since", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .map(facts -> facts);
  }

  private static Object readable(String kind, String name) {
    return kind.equals(NameKind.PHONE.name()) ? new Coded(name, new Phone(name).local()) : name;
  }

  private @Nullable Coded coded(@Nullable Enum<?> value, String key, Language language) {
    return value == null
        ? null
        : new Coded(value.name(), messages.text(language, key + value.name()));
  }
}
