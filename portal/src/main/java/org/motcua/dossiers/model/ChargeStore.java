package org.motcua.dossiers.model;

import java.util.List;
import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.FeeLine;
import org.motcua.identity.AccountId;

/** Keeps what is owed for dossiers. */
public interface ChargeStore {

  /** Sets what is owed; what has been paid stays as it was paid. */
  void owe(DossierId dossier, List<FeeLine> lines);

  /** Empty for a dossier that costs nothing. */
  Optional<Charge> find(DossierId dossier);

  /**
   * @return whether it was settled by this: nothing owed, or settled before, is not settled again
   */
  boolean settle(DossierId dossier, AccountId officer, Charge.Settlement settlement);
}
