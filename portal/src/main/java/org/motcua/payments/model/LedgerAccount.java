package org.motcua.payments.model;

import org.motcua.payments.Beneficiary;

/**
 * An account of the books. Debits (above nought) add to what is held, credits (below) to what is
 * owed to others.
 */
public sealed interface LedgerAccount {

  /** Its name within its kind. */
  String of();

  /** What a gateway has taken from payers and not yet passed on. */
  record Clearing(String way) implements LedgerAccount {
    @Override
    public String of() {
      return way;
    }
  }

  /** Money in a bank account. */
  record Bank(String bank, String account) implements LedgerAccount {
    @Override
    public String of() {
      return bank + ":" + account;
    }
  }

  /** Cash at an agency's counter. */
  record Counter(String owner) implements LedgerAccount {
    @Override
    public String of() {
      return owner;
    }
  }

  /** What is owed to a beneficiary. */
  record Due(String owner, String bank, String account) implements LedgerAccount {

    static Due to(Beneficiary beneficiary) {
      return new Due(beneficiary.owner(), beneficiary.bank(), beneficiary.account());
    }

    @Override
    public String of() {
      return owner + ":" + bank + ":" + account;
    }
  }

  /** Money that has come and belongs to nobody yet: parts of a sum, too much, too late. */
  record Unallocated(String way) implements LedgerAccount {
    @Override
    public String of() {
      return way;
    }
  }

  /** What is on its way back to payers. */
  record Refunds(String way) implements LedgerAccount {
    @Override
    public String of() {
      return way;
    }
  }
}
