package org.motcua.dossiers.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.FeeLine;
import org.motcua.identity.AccountId;

/** Keeps what is owed for dossiers. */
public interface ChargeStore {

  /** Sets what is owed first; nothing was before. */
  void begin(DossierId dossier, List<FeeLine> lines);

  /** Sets what is owed by the answers; what has been paid stays as it was paid. */
  void owe(DossierId dossier, List<FeeLine> lines);

  /** Adds what an officer asks for, unless it was paid already. */
  void demand(DossierId dossier, FeeLine line);

  /** The same of something of which payments know how much of it is paid, so that it may change. */
  void change(DossierId dossier, List<FeeLine> lines);

  /** All of it is not paid any more, or yet. */
  void unsettle(DossierId dossier);

  /** Empty for a dossier that costs nothing. */
  Optional<Charge> find(DossierId dossier);

  /**
   * @param officer nobody here, for one in his agency's own system
   * @return whether it was settled by this: nothing owed, or settled before, is not settled again
   */
  boolean settle(DossierId dossier, @Nullable AccountId officer, Charge.Settlement settlement);
}
