package org.motcua.identity.mandates.assisting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateId;

/**
 * An officer's request to file for a citizen.
 *
 * @param mandate given on consent
 */
record Assistance(
    UUID id, AccountId officer, Facts facts, Instant askedAt, @Nullable MandateId mandate) {

  /**
   * For whom and for what.
   *
   * @param citizen the account; of a newcomer, the one that is made on consent
   * @param phone in international form
   * @param newcomer what was typed of a citizen without an account; null: has one
   */
  record Facts(
      UUID citizen,
      String phone,
      String procedure,
      String procedureName,
      String address,
      String agency,
      @Nullable Newcomer newcomer) {}

  record Newcomer(String number, String name, LocalDate born) {}

  AccountId citizen() {
    return new AccountId(facts.citizen());
  }

  /** What the code is about: this request, and no other. */
  String subject() {
    return id.toString();
  }
}
