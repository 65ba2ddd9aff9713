package org.motcua.identity.certificates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.certificates.DetachedSignature.Reading;
import org.motcua.identity.challenges.Challenges;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has a text signed, and says from the signature who has signed it: {@link #ask} when the page is
 * shown, {@link #check} when the signature comes.
 */
@Component
class ProofByCertificate {

  /** 32 bytes in base64url. */
  private static final Pattern ASKED = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Challenges challenges;
  private final CertificateChecks checks;
  private final TrustedAuthorities authorities;
  private final String portal;

  ProofByCertificate(
      Challenges challenges,
      CertificateChecks checks,
      TrustedAuthorities authorities,
      @Value("${motcua.public-url}") String portal) {
    this.challenges = challenges;
    this.checks = checks;
    this.authorities = authorities;
    this.portal = portal;
  }

  /** Whether this installation trusts any authority. */
  boolean offered() {
    return authorities.any();
  }

  /**
   * What makes this text unlike any other; the form sends it back with the signature.
   *
   * @param subject whose signature is wanted; null where only the signature will tell
   */
  String ask(
      Statement statement,
      @Nullable AccountId subject,
      HttpServletRequest request,
      HttpServletResponse response) {
    return encode(challenges.standing(statement.purpose(), subject, request, response));
  }

  /** The text to be signed; empty for what {@link #ask} cannot have given. */
  Optional<String> text(Statement statement, String asked) {
    return ASKED.matcher(asked).matches()
        ? Optional.of("%s %s. Ma: %s".formatted(statement.words(), portal, asked))
        : Optional.empty();
  }

  /** Good for one signature: whatever the answer, the next one needs a new text. */
  CertificateProof check(
      Statement statement,
      @Nullable AccountId subject,
      String asked,
      byte[] signature,
      HttpServletRequest request) {
    var text = text(statement, asked);
    if (text.isEmpty()) return new CertificateProof.TooLate();
    var reading = DetachedSignature.read(signature, text.get());
    if (reading instanceof Reading.Unreadable) return new CertificateProof.Unreadable();
    if (!challenges.take(statement.purpose(), subject, decode(asked), request)) {
      return new CertificateProof.TooLate();
    }
    return switch (reading) {
      case Reading.Signed signed -> checked(signed);
      case Reading.Wrong() -> new CertificateProof.OtherText();
      case Reading.Unreadable() -> new CertificateProof.Unreadable();
    };
  }

  private CertificateProof checked(Reading.Signed signed) {
    var certificate = signed.signer();
    return switch (checks.check(certificate, signed.carried())) {
      case GOOD -> good(certificate);
      case EXPIRED -> new CertificateProof.Expired(certificate.getNotAfter().toInstant());
      case NOT_YET_VALID -> new CertificateProof.NotYetValid();
      case NOT_FOR_SIGNING -> new CertificateProof.NotForSigning();
      case UNTRUSTED -> new CertificateProof.Untrusted();
      case REVOKED -> new CertificateProof.Revoked();
      case REVOCATION_UNKNOWN, NO_AUTHORITY_AT_HAND -> new CertificateProof.AuthorityAway();
    };
  }

  private static CertificateProof good(X509Certificate certificate) {
    return HolderNumber.of(certificate)
        .<CertificateProof>map(number -> new CertificateProof.Good(number, certificate))
        .orElseGet(CertificateProof.NoNumber::new);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
