package org.motcua.bills.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.Payable.Part;
import org.motcua.documents.Bilingual;
import org.motcua.identity.AccountId;
import org.motcua.payments.Fact;
import org.motcua.payments.PaymentId;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAskedStore implements AskedStore {

  private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};
  private static final TypeReference<Map<Fact, String>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcAskedStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void lock(Creditor creditor, String number) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
        .param("what", "bills:" + creditor + ":" + number)
        .query((row, at) -> 0)
        .single();
  }

  @Override
  public void add(Asked asked) {
    jdbc.sql(
            """
            insert into bills.asked
              (id, token, creditor, number, name, reference, payment, page, account, title, parts,
               facts, payer, total, asked_at, checked_at)
            values (:id, :token, :creditor, :number, :name, :reference, :payment, :page, :account,
                    :title::jsonb, :parts::jsonb, :facts::jsonb, :payer, :total, :at, :at)
            on conflict (payment) do nothing
            """)
        .param("id", asked.id())
        .param("token", asked.token())
        .param("creditor", asked.creditor().name())
        .param("number", asked.enquiry().number())
        .param("name", Typed.text(asked.enquiry().name()))
        .param("reference", asked.reference())
        .param("payment", asked.payment().value())
        .param("page", asked.page())
        .param("account", Typed.uuid(value(asked.account())))
        .param("title", json.writeValueAsString(asked.title()))
        .param("parts", json.writeValueAsString(asked.parts()))
        .param("facts", json.writeValueAsString(asked.facts()))
        .param("payer", asked.payer())
        .param("total", asked.total())
        .param("at", utc(asked.askedAt()))
        .update();
  }

  private static @Nullable UUID value(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }

  @Override
  public Optional<Asked> find(UUID id) {
    return one("id = :it", id);
  }

  @Override
  public Optional<Asked> findByToken(String token) {
    return one("token = :it", token);
  }

  @Override
  public Optional<Asked> findByPayment(PaymentId payment) {
    return one("payment = :it", payment.value());
  }

  @Override
  public Optional<Asked> findByReference(String reference) {
    return one("reference = :it order by id desc limit 1", reference);
  }

  private Optional<Asked> one(String which, Object it) {
    return jdbc.sql("select * from bills.asked where " + which)
        .param("it", it)
        .query(this::asked)
        .optional();
  }

  @Override
  public List<Asked> listStanding(Creditor creditor, String number) {
    return jdbc.sql(
            """
            select * from bills.asked
            where creditor = :creditor and number = :number
              and (settled_at is not null and given_back < total
                   or settled_at is null and closed_at is null)
            order by id
            """)
        .param("creditor", creditor.name())
        .param("number", number)
        .query(this::asked)
        .list();
  }

  @Override
  public List<Asked> listOf(AccountId account, @Nullable UUID before, int most) {
    return jdbc.sql(
            """
            select * from bills.asked
            where account = :account and (:before::uuid is null or id < :before::uuid)
            order by id desc limit :most
            """)
        .param("account", account.value())
        .param("before", Typed.uuid(before))
        .param("most", most)
        .query(this::asked)
        .list();
  }

  @Override
  public void checked(UUID id, Instant at) {
    jdbc.sql("update bills.asked set checked_at = :at where id = :id")
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  @Override
  public void closed(PaymentId payment, Instant at) {
    jdbc.sql(
            """
            update bills.asked set closed_at = :at
            where payment = :payment and settled_at is null and closed_at is null
            """)
        .param("payment", payment.value())
        .param("at", utc(at))
        .update();
  }

  @Override
  public void settled(PaymentId payment, Instant at) {
    jdbc.sql(
            """
            update bills.asked set settled_at = :at, closed_at = null
            where payment = :payment and settled_at is null
            """)
        .param("payment", payment.value())
        .param("at", utc(at))
        .update();
  }

  @Override
  public void heard(UUID id, String confirmation, long paidBefore, Instant at) {
    jdbc.sql(
            """
            update bills.asked
               set heard_at = :at, confirmation = :confirmation,
                   paid_before = :paidBefore, given_back_told = :paidBefore
             where id = :id and heard_at is null
            """)
        .param("id", id)
        .param("at", utc(at))
        .param("confirmation", confirmation)
        .param("paidBefore", paidBefore)
        .update();
  }

  @Override
  public void givenBack(PaymentId payment, long dong) {
    jdbc.sql(
            """
            update bills.asked set given_back = least(total, given_back + :dong)
            where payment = :payment
            """)
        .param("payment", payment.value())
        .param("dong", dong)
        .update();
  }

  @Override
  public void toldOfGivenBack(UUID id, long dong) {
    jdbc.sql(
            """
            update bills.asked set given_back_told = greatest(given_back_told, :dong)
            where id = :id
            """)
        .param("id", id)
        .param("dong", dong)
        .update();
  }

  private Asked asked(ResultSet row, int at) throws SQLException {
    var account = row.getObject("account", UUID.class);
    return new Asked(
        row.getObject("id", UUID.class),
        row.getString("token"),
        new Enquiry(
            Creditor.valueOf(row.getString("creditor")),
            row.getString("number"),
            row.getString("name")),
        row.getString("reference"),
        new PaymentId(row.getObject("payment", UUID.class)),
        row.getString("page"),
        account == null ? null : new AccountId(account),
        json.readValue(row.getString("title"), Bilingual.class),
        json.readValue(row.getString("parts"), PARTS),
        json.readValue(row.getString("facts"), FACTS),
        row.getString("payer"),
        row.getLong("total"),
        instant(row, "asked_at"),
        instant(row, "checked_at"),
        found(row, "closed_at"),
        found(row, "settled_at"),
        found(row, "heard_at"),
        row.getString("confirmation"),
        row.getLong("paid_before"),
        row.getLong("given_back"),
        row.getLong("given_back_told"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant found(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
