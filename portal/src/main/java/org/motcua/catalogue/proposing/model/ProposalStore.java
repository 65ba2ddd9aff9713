package org.motcua.catalogue.proposing.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.organisation.AgencyId;

public interface ProposalStore {

  /**
   * @return false where one of that id is there already
   */
  boolean add(Proposal proposal);

  Optional<Proposal> find(ProposalId id);

  /** The rest of the caller's transaction is the only one that changes it. */
  Optional<Proposal> findForUpdate(ProposalId id);

  void save(Proposal proposal);

  /** Not yet published nor discarded, of whichever agency. */
  List<Proposal> listOpen(ProcedureCode code);

  /**
   * The last changed first, those behind the given key.
   *
   * @param kind null for all
   */
  List<Proposal> list(
      WorkList list,
      AgencyId agency,
      AgencyId authority,
      @Nullable Kind kind,
      @Nullable ProposalKey after,
      int limit);

  /** How many wait in each list; what is published waits for nothing and is not counted. */
  Map<WorkList, Long> count(AgencyId agency, AgencyId authority);

  void append(ProposalId id, Entry entry);

  /** In the order in which it happened. */
  List<Entry> historyOf(ProposalId id);
}
