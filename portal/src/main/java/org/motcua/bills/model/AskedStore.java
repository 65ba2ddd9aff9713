package org.motcua.bills.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.payments.PaymentId;

/** What was asked for. */
public interface AskedStore {

  /** From here to the end of the transaction nobody else asks for anything by this number. */
  void lock(Creditor creditor, String number);

  /** Unless it was asked for already by this payment. */
  void add(Asked asked);

  Optional<Asked> find(UUID id);

  Optional<Asked> findByToken(String token);

  Optional<Asked> findByPayment(PaymentId payment);

  /** The last one that was asked for with this reference. */
  Optional<Asked> findByReference(String reference);

  /** What is being paid, or was paid, of what this number owes. */
  List<Asked> listStanding(Creditor creditor, String number);

  /** The newest first, after this one. */
  List<Asked> listOf(AccountId account, @Nullable UUID before, int most);

  void checked(UUID id, Instant at);

  void closed(PaymentId payment, Instant at);

  void settled(PaymentId payment, Instant at);

  void heard(UUID id, String confirmation, long paidBefore, Instant at);

  /**
   * @param dong besides what has gone back before
   */
  void givenBack(PaymentId payment, long dong);

  void toldOfGivenBack(UUID id, long dong);
}
