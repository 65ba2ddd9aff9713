package org.motcua.payments.finance;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;
import org.motcua.payments.gateway.Gateways;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.platform.database.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments that an accountant looks after, and no others. */
@Component
class FindPayments {

  private static final int LONGEST = 100;
  private static final int MOST_OF_ONE_NAME = 50;

  private final PaymentStore payments;
  private final Gateways gateways;
  private final JdbcClient jdbc;

  FindPayments(PaymentStore payments, Gateways gateways, JdbcClient jdbc) {
    this.payments = payments;
    this.gateways = gateways;
    this.jdbc = jdbc;
  }

  /**
   * The last first.
   *
   * @param before where the page before has ended; null: from the first
   */
  List<Payment> latest(Accountant accountant, @Nullable UUID before, int most) {
    return accountant.seesAll() ? all(before, most) : of(accountant, before, most);
  }

  private List<Payment> all(@Nullable UUID before, int most) {
    return payments(
        jdbc.sql(
                """
                select id from payments.payment
                 where :before::uuid is null or id < :before
                 order by id desc limit :most
                """)
            .param("before", Typed.uuid(before))
            .param("most", most));
  }

  /** Each agency's own last ones, from its index, and of these the last. */
  private List<Payment> of(Accountant accountant, @Nullable UUID before, int most) {
    return payments(
        jdbc.sql(
                """
                select distinct payment as id
                  from unnest(:owners::text[]) as his (owner) cross join lateral (
                    select payment from payments.charged
                     where charged.owner = his.owner and (:before::uuid is null or payment < :before)
                     order by payment desc limit :most) as last
                 order by id desc limit :most
                """)
            .param("owners", accountant.owners().toArray(String[]::new))
            .param("before", Typed.uuid(before))
            .param("most", most));
  }

  /**
   * By what people have in hand: the number of a try, the bank's number, the code of a dossier, the
   * number of a decision, a customer's code, a tax code.
   */
  List<Payment> search(Accountant accountant, String words) {
    var term = words.strip();
    if (term.isEmpty() || term.length() > LONGEST) return List.of();
    var found =
        payments(
            jdbc.sql(
                    """
                    select payment as id from payments.attempt where ref = upper(:term)
                    union
                    select payment from payments.attempt
                     where way = any(:ways) and transaction = :term
                    union
                    select id from payments.payment where reference = :term
                    union
                    (select id from payments.payment where payments.named(facts) = :term
                      order by id desc limit :most)
                    order by id desc
                    """)
                .param("term", term)
                .param("ways", gateways.ids().toArray(String[]::new))
                .param("most", MOST_OF_ONE_NAME));
    return found.stream().filter(accountant::sees).toList();
  }

  private List<Payment> payments(JdbcClient.StatementSpec ids) {
    return ids
        .query((row, number) -> new PaymentId(requireNonNull(row.getObject("id", UUID.class))))
        .list()
        .stream()
        .flatMap(id -> payments.find(id).stream())
        .toList();
  }
}
