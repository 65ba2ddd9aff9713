package org.motcua.simulators.outside.gateways;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant wants to be paid, as its payer brings it.
 *
 * @param ref the merchant's own number of it (vnp_TxnRef)
 * @param info what the payer reads (vnp_OrderInfo)
 * @param returnTo where the payer goes afterwards
 * @param language {@code vi} or {@code en}
 * @param ending null as long as nothing has come of it
 * @param told whether the merchant has taken in what came of it
 * @param refunds in the order in which they were asked for
 */
public record Order(
    String ref,
    long dong,
    String info,
    String returnTo,
    String language,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Ending ending,
    boolean told,
    List<GivenBack> refunds) {

  /**
   * @param transaction the gateway's own number; {@code 0} where no money moved
   */
  public record Ending(Outcome outcome, String transaction, String bank, Instant at) {}

  /**
   * @param request the merchant's number of the request: what comes twice is known by it
   */
  public record GivenBack(String request, String transaction, long dong, Instant at) {}

  public Order {
    refunds = List.copyOf(refunds);
  }

  public boolean ended() {
    return ending != null;
  }

  public boolean is(Outcome outcome) {
    return ending != null && ending.outcome() == outcome;
  }

  public boolean tookMoney() {
    return ending != null && ending.outcome().tookMoney();
  }

  /** What may still go back. */
  public long left() {
    return is(Outcome.PAID) ? dong - given() : 0;
  }

  public long given() {
    return refunds.stream().mapToLong(GivenBack::dong).sum();
  }

  public Optional<GivenBack> refund(String request) {
    return refunds.stream().filter(it -> it.request().equals(request)).findFirst();
  }

  Order end(Ending how) {
    return new Order(
        ref, dong, info, returnTo, language, createdAt, expiresAt, how, false, refunds);
  }

  Order tell() {
    return new Order(
        ref, dong, info, returnTo, language, createdAt, expiresAt, ending, true, refunds);
  }

  Order giveBack(GivenBack more) {
    var all = Stream.concat(refunds.stream(), Stream.of(more)).toList();
    return new Order(ref, dong, info, returnTo, language, createdAt, expiresAt, ending, told, all);
  }
}
