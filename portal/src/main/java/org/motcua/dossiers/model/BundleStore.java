package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;

/** Where it is kept which dossiers are applied for together. */
public interface BundleStore {

  void insert(Bundle begun);

  void add(BundleId bundle, Bundle.Part part, int place);

  Optional<Bundle> find(BundleId id);

  /** Locked until the transaction ends; nobody else's is. */
  Optional<Bundle> findForUpdate(BundleId id, AccountId applicant);

  /** The last one of this package that was not handed in. */
  Optional<Bundle> findDraft(AccountId applicant, ServiceSlug packaged);

  /** That of which this dossier is a part. */
  Optional<Bundle> findWith(DossierId part);

  /** Those of these dossiers that are parts, with what they are parts of. */
  Map<DossierId, Bundle> findWith(Collection<DossierId> parts);

  /** Parts that still wait for the result of this dossier. */
  List<Bundle.Part> listWaitingFor(DossierId dossier);

  void answer(BundleId id, Answers answers, Instant now);

  /** What they had in common is in each of them now, and kept no longer. */
  void submit(BundleId id, Instant now);

  void move(DossierId part, Bundle.State state, Bundle.@Nullable Reason reason);

  /** With none of its dossiers. */
  void delete(BundleId id);

  /** Those that were not handed in, begun since then. */
  void forgetDrafts(AccountId applicant, Instant since);

  /** That this file of a part is a copy of another part's. */
  void copied(DossierId part, DocumentId copy, DocumentId original);

  /** Of each copied file of a part the one it is a copy of. */
  Map<DocumentId, DocumentId> originalsOf(DossierId part);
}
