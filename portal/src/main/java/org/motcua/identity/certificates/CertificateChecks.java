package org.motcua.identity.certificates;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a certificate may speak for its holder: purpose, validity, the chain to a trusted
 * authority (PKIX, RFC 5280), and that nobody has revoked it. When the authority cannot be asked
 * the answer is "not known", never "good".
 */
@Component
class CertificateChecks {

  private static final Logger log = LoggerFactory.getLogger(CertificateChecks.class);
  private static final int LONGEST_CHAIN = 4;
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NO_AUTHORITY = -1;
  private static final int SMALLEST_RSA = 2048;
  private static final int SMALLEST_EC = 256;

  private final TrustedAuthorities authorities;
  private final RevocationLists revocations;
  private final Clock clock;

  CertificateChecks(TrustedAuthorities authorities, RevocationLists revocations, Clock clock) {
    this.authorities = authorities;
    this.revocations = revocations;
    this.clock = clock;
  }

  enum Verdict {
    GOOD,
    EXPIRED,
    NOT_YET_VALID,
    NOT_FOR_SIGNING,
    UNTRUSTED,
    REVOKED,
    REVOCATION_UNKNOWN,
    NO_AUTHORITY_AT_HAND
  }

  Verdict check(X509Certificate signer, Collection<X509Certificate> carried) {
    var now = clock.instant();
    if (now.isAfter(signer.getNotAfter().toInstant())) return Verdict.EXPIRED;
    if (now.isBefore(signer.getNotBefore().toInstant())) return Verdict.NOT_YET_VALID;
    if (!maySign(signer)) return Verdict.NOT_FOR_SIGNING;
    var known = authorities.known();
    if (known.anchors().isEmpty()) return Verdict.NO_AUTHORITY_AT_HAND;
    try {
      return chain(signer, carried, known, now)
          .map(chain -> revocation(signer, chain, known.anchors(), now))
          .orElse(Verdict.UNTRUSTED);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PKIX", e);
    }
  }

  private Optional<CertPath> chain(
      X509Certificate signer,
      Collection<X509Certificate> carried,
      TrustedAuthorities.Known known,
      Instant now)
      throws GeneralSecurityException {
    var all = new ArrayList<>(known.between());
    all.addAll(carried);
    all.add(signer);
    var wanted = new X509CertSelector();
    wanted.setCertificate(signer);
    var parameters = new PKIXBuilderParameters(known.anchors(), wanted);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
    parameters.setMaxPathLength(LONGEST_CHAIN);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(now));
    try {
      return Optional.of(CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath());
    } catch (CertPathBuilderException noChain) {
      log.info("No chain to a trusted authority: {}", noChain.toString());
      return Optional.empty();
    }
  }

  private Verdict revocation(
      X509Certificate signer, CertPath chain, Set<TrustAnchor> anchors, Instant now) {
    var lists = new ArrayList<X509CRL>();
    var all = EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK);
    for (var each : chain.getCertificates()) {
      var certificate = (X509Certificate) each;
      var isSigner = certificate.equals(signer);
      if (!isSigner && !RevocationLists.isNamedBy(certificate)) {
        // An authority whose own revocation is told nowhere: by no longer trusting its root.
        all.add(Option.ONLY_END_ENTITY);
        continue;
      }
      var list = revocations.listFor(certificate);
      if (list.isEmpty()) return Verdict.REVOCATION_UNKNOWN;
      lists.add(list.get());
    }
    try {
      return validate(chain, anchors, lists, all, now);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has PKIX", e);
    }
  }

  private static Verdict validate(
      CertPath chain,
      Set<TrustAnchor> anchors,
      Collection<X509CRL> lists,
      Set<Option> options,
      Instant now)
      throws GeneralSecurityException {
    var validator = CertPathValidator.getInstance("PKIX");
    var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
    checker.setOptions(options);
    var parameters = new PKIXParameters(anchors);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
    parameters.addCertPathChecker(checker);
    parameters.setDate(Date.from(now));
    try {
      validator.validate(chain, parameters);
      return Verdict.GOOD;
    } catch (CertPathValidatorException refused) {
      log.info("A certificate was refused: {}", refused.toString());
      return verdict(refused.getReason());
    }
  }

  private static Verdict verdict(CertPathValidatorException.@Nullable Reason reason) {
    return switch (reason) {
      case BasicReason.REVOKED -> Verdict.REVOKED;
      case BasicReason.EXPIRED -> Verdict.EXPIRED;
      case BasicReason.UNDETERMINED_REVOCATION_STATUS -> Verdict.REVOCATION_UNKNOWN;
      case null, default -> Verdict.UNTRUSTED;
    };
  }

  private static boolean maySign(X509Certificate certificate) {
    var usage = certificate.getKeyUsage();
    return usage != null
        && usage[DIGITAL_SIGNATURE]
        && certificate.getBasicConstraints() == NO_AUTHORITY
        && isStrong(certificate);
  }

  private static boolean isStrong(X509Certificate certificate) {
    return switch (certificate.getPublicKey()) {
      case RSAKey rsa -> rsa.getModulus().bitLength() >= SMALLEST_RSA;
      case ECKey ec -> ec.getParams().getOrder().bitLength() >= SMALLEST_EC;
      default -> false;
    };
  }
}
