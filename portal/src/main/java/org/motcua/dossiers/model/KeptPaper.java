package org.motcua.dossiers.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Certificate;
import org.motcua.documents.DocumentId;
import org.motcua.documents.StoredDocument;
import org.motcua.identity.AccountId;

/**
 * A paper in somebody's store.
 *
 * @param document of its own: what was filed with a dossier stays there whatever happens here
 * @param name as its owner calls it
 * @param validUntil the last day; null: it does not end, or nobody has said when
 */
public record KeptPaper(
    KeptPaperId id,
    AccountId owner,
    DocumentId document,
    String sha256,
    String name,
    PaperKind kind,
    String mediaType,
    long size,
    PaperSource source,
    @Nullable LocalDate validUntil,
    Instant addedAt) {

  /** What its name may be long. */
  public static final int LONGEST_NAME = 150;

  public boolean expiredOn(LocalDate day) {
    return validUntil != null && day.isAfter(validUntil);
  }

  /** What its agency has issued in its place. */
  public KeptPaper replacedBy(Certificate right, StoredDocument copy, Instant now) {
    return new KeptPaper(
        id,
        owner,
        copy.id(),
        copy.sha256(),
        name,
        kind,
        copy.mediaType(),
        copy.size(),
        new PaperSource.Issued(source.dossierOrNull(), right.issuer(), right.code().toString()),
        right.validUntil(),
        now);
  }

  /** How long an issued paper holds is its agency's to say. */
  public KeptPaper called(String newName, PaperKind newKind, @Nullable LocalDate newEnd) {
    return new KeptPaper(
        id,
        owner,
        document,
        sha256,
        newName,
        newKind,
        mediaType,
        size,
        source,
        source.issued() ? validUntil : newEnd,
        addedAt);
  }
}
