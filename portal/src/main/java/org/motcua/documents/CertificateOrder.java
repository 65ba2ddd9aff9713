package org.motcua.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;

/**
 * A certificate to be made.
 *
 * @param subject what it is issued for, in the owner's words (such as {@code dossier:<id>}); two
 *     orders for one subject make one certificate
 * @param number of the register or of the result
 * @param facts that everybody who holds the code may read, in this order
 * @param validUntil the last day, or null if it holds for ever
 * @param html makes the whole XHTML document once the verification code is known
 */
public record CertificateOrder(
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
    Function<VerificationMark, String> html) {

  public CertificateOrder {
    facts = List.copyOf(facts);
  }
}
