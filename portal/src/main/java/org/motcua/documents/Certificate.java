package org.motcua.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;

/** An issued, signed and registered certificate. */
public record Certificate(
    VerificationCode code,
    String subject,
    String number,
    Bilingual title,
    AgencyId issuer,
    String issuerName,
    String signerName,
    String signerTitle,
    List<Fact> facts,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    DocumentId document,
    String sha256,
    Instant issuedAt,
    Standing standing) {

  public Certificate {
    facts = List.copyOf(facts);
  }

  public boolean revoked() {
    return standing instanceof Standing.Revoked;
  }

  public boolean expiredOn(LocalDate day) {
    return validUntil != null && day.isAfter(validUntil);
  }

  /** Whether the issuing agency still stands by it. */
  public sealed interface Standing {

    record Valid() implements Standing {}

    /**
     * @param reason that everybody may read
     * @param replacedBy what holds instead; null: nothing
     */
    record Revoked(Instant since, Bilingual reason, @Nullable VerificationCode replacedBy)
        implements Standing {}
  }
}
