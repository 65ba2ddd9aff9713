package org.motcua.bills.model;

import java.util.List;
import java.util.UUID;
import org.motcua.identity.AccountId;

/** Customer codes that people want to have at hand. */
public interface SavedCodes {

  /**
   * @param label in the person's own words
   */
  record SavedCode(UUID id, Creditor creditor, String number, String label) {

    /** Where its bills are looked up. */
    public String address() {
      return creditor.page() + "?number=" + number;
    }
  }

  List<SavedCode> listOf(AccountId account);

  /** Saved twice it is one, with the label of the last time. */
  void save(AccountId account, Creditor creditor, String number, String label);

  void remove(AccountId account, UUID id);

  void removeAll(AccountId account);
}
