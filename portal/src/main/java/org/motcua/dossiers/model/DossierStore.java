package org.motcua.dossiers.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/**
 * Where dossiers are kept. Lists are paged by key: {@code after} is the last id of the page before.
 */
public interface DossierStore {

  void insert(Dossier draft);

  /** All of it but its attachments, which {@link #attach} and {@link #detach} write. */
  void save(Dossier dossier);

  /** Lets officers look up what was handed in by name, phone and code, which stay as they are. */
  void makeFindable(Dossier submitted);

  /** What an act at the desk changes: all but the answers and the attachments. */
  void move(Dossier dossier);

  void attach(DossierId dossier, Attachment attachment);

  void detach(DossierId dossier, DocumentId document);

  void delete(Dossier draft);

  Optional<Dossier> find(DossierId id);

  /** Locks the dossier until the transaction ends, so that two acts come one after the other. */
  Optional<Dossier> findForUpdate(DossierId id);

  /** The same without its attachments, for {@link #move}, which writes none. */
  Optional<Dossier> findToMove(DossierId id);

  Optional<Dossier> find(DossierCode code);

  /** A dossier of this applicant; for anybody else it does not exist. */
  default Optional<Dossier> findOwn(DossierId id, AccountId applicant) {
    return find(id).filter(dossier -> dossier.belongsTo(applicant));
  }

  /** The same, locked; nobody else's is. */
  Optional<Dossier> findOwnForUpdate(DossierId id, AccountId applicant);

  /** Lets one transaction at a time begin drafts for this account. */
  void lockDraftsOf(AccountId applicant);

  /** The last one that stands alone. */
  Optional<Dossier> findDraft(AccountId applicant, ServiceSlug service);

  /** All drafts of this account: few, since there is one of each service. */
  List<Dossier> listDrafts(AccountId applicant);

  List<Dossier> listOf(AccountId applicant, @Nullable DossierId before, int limit);

  /** Those of one procedure alone. */
  List<Dossier> listOf(
      AccountId applicant, ProcedureCode procedure, @Nullable DossierId before, int limit);

  /** All submitted dossiers under an agency of the first level, or of one agency below it. */
  List<Dossier> listUnder(AgencyId agency, @Nullable DossierId after, int limit);

  /**
   * What an agency received in a time, in the order in which it came.
   *
   * @param until not itself
   */
  List<Dossier> listReceived(
      AgencyId agency, Instant from, Instant until, @Nullable ReceivedKey after, int limit);

  int countReceived(AgencyId agency, Instant from, Instant until);

  /** Those whose term has run out without a word to the applicant. */
  List<DossierId> listLateUntold(Instant now, int limit);

  /** How much each agency has to answer first, or to finish, until these times. */
  List<Urgent> countUrgent(Instant answerBy, Instant dueBy, Instant now);

  /**
   * What presses at an agency.
   *
   * @param toAnswer how many new ones wait for a first answer
   * @param due how many have to be finished
   * @param late how many of those should have been
   */
  record Urgent(AgencyId agency, int toAnswer, int due, int late) {}

  /** Given at once and never again: a submission that comes to nothing leaves a gap. */
  int nextSerial(AgencyId agency, LocalDate day);

  /** The next number in an agency's register of results of this service in this year. */
  int nextInRegister(AgencyId agency, ServiceSlug service, int year);

  void append(DossierId dossier, HistoryEntry entry);

  List<HistoryEntry> historyOf(DossierId dossier);

  /**
   * @param askedBy nobody here, for an officer in his agency's own system
   */
  void open(DossierId dossier, AdditionRequest request, @Nullable AccountId askedBy);

  void close(DossierId dossier, AdditionRequest answered);

  Optional<AdditionRequest> findOpenRequest(DossierId dossier);

  /** Answered or not. */
  Optional<AdditionRequest> findLastRequest(DossierId dossier);

  int countRequests(DossierId dossier);
}
