package org.motcua.dossiers.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/** Where people's papers are kept. Lists are paged by key, the newest first. */
public interface KeptPaperStore {

  /** Lets one transaction at a time put papers into this store. */
  void lock(AccountId owner);

  /** False if the same content is there already. */
  boolean insert(KeptPaper paper);

  /** Its name, kind and validity. */
  void save(KeptPaper paper);

  boolean delete(KeptPaper paper);

  /** A paper of this owner; for anybody else it does not exist. */
  Optional<KeptPaper> find(KeptPaperId id, AccountId owner);

  Optional<KeptPaper> findForUpdate(KeptPaperId id, AccountId owner);

  Optional<KeptPaper> findSame(AccountId owner, String sha256);

  /** What an agency has issued, by its verification code. */
  Optional<KeptPaper> findIssued(AccountId owner, String verificationCode);

  /** What it is, where its place stays: its document, source and validity. */
  void replace(KeptPaper paper);

  List<KeptPaper> list(AccountId owner, @Nullable KeptPaperId before, int limit);

  /**
   * Those that a question or paper takes.
   *
   * @param expiredToo also those that have ended before that day
   */
  List<KeptPaper> listFitting(
      AccountId owner,
      Set<String> mediaTypes,
      LocalDate today,
      boolean expiredToo,
      @Nullable KeptPaperId before,
      int limit);

  boolean hasAny(AccountId owner);

  /** What its owner has put there himself; what agencies issue is not counted. */
  Use use(AccountId owner);

  /** Writes a look down; within one hour the same one is once. Nothing if the paper is gone. */
  void look(PaperLook look);

  List<PaperLook> looks(KeptPaperId paper, @Nullable UUID before, int limit);

  /** Of all papers of this owner. */
  List<PaperLook> looksAt(AccountId owner, @Nullable PaperLook before, int limit);

  /** Those that were put there since then. */
  List<KeptPaper> listSince(AccountId owner, Instant since);

  /** How full a store is. */
  record Use(int papers, long bytes) {}
}
