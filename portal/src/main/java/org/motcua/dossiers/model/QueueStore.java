package org.motcua.dossiers.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.QueueQuery.Visible;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

/** Reads an agency's dossiers as lists, by the page. */
public interface QueueStore {

  /** The most urgent first; what waits to be handed over, the longest waiting first. */
  List<QueueRow> list(QueueQuery query, @Nullable QueueKey after, int limit);

  /** What is at an end, the newest first. */
  List<QueueRow> listClosed(
      AgencyId agency, Visible visible, @Nullable DossierId before, int limit);

  /** All that is open or waits to be handed over. */
  List<QueueCount> count(AgencyId agency, Visible visible, Set<OfficerId> mine);

  /**
   * Those that have a word for each of these beginnings, the newest first.
   *
   * @param alternatives any of these; each a list of beginnings that must all be there
   */
  List<QueueRow> search(
      AgencyId agency, Visible visible, List<List<String>> alternatives, int limit);

  /** Those of these applicants, the newest first. */
  List<QueueRow> listOf(
      AgencyId agency, Visible visible, Collection<AccountId> applicants, int limit);
}
