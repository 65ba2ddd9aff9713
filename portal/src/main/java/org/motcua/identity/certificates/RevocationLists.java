package org.motcua.identity.certificates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What authorities have taken back, from the addresses that their certificates name. A list is
 * asked for again after ten minutes; while its authority is away the old one serves as long as the
 * list itself says that it is good. Only addresses from certificates whose chain has been checked
 * may come here.
 */
@Component
class RevocationLists {

  private static final Logger log = LoggerFactory.getLogger(RevocationLists.class);
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
  private static final int MOST_KEPT = 200;

  private final Cache<URI, Answer> answers = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
  private final Fetching fetching;
  private final Clock clock;

  RevocationLists(Fetching fetching, Clock clock) {
    this.fetching = fetching;
    this.clock = clock;
  }

  /** What an address answered last, when, and until when it is not asked again. */
  private record Answer(Optional<X509CRL> list, Instant at, Instant askAgain) {

    /** A clock that was put back must not keep an answer for ever. */
    boolean standsAt(Instant now) {
      return !now.isBefore(at) && now.isBefore(askAgain);
    }
  }

  /** The list that tells of this certificate; empty when none of its addresses answers. */
  Optional<X509CRL> listFor(X509Certificate certificate) {
    return addresses(certificate).stream().flatMap(address -> list(address).stream()).findFirst();
  }

  /** Whether the certificate says at all where its revocation is told. */
  static boolean isNamedBy(X509Certificate certificate) {
    return !addresses(certificate).isEmpty();
  }

  private Optional<X509CRL> list(URI address) {
    var now = clock.instant();
    var known = answers.getIfPresent(address);
    if (known != null && known.standsAt(now)) return known.list();
    var answer = ask(address, known, now);
    answers.put(address, answer);
    return answer.list();
  }

  private Answer ask(URI address, @Nullable Answer known, Instant now) {
    try {
      return new Answer(Optional.of(parse(fetching.fetch(address))), now, now.plus(FRESH));
    } catch (IOException | CertificateException | CRLException away) {
      log.warn("The list of revoked certificates cannot be had: {}", away.toString());
      var old = known == null ? Optional.<X509CRL>empty() : known.list();
      return new Answer(old.filter(list -> isGood(list, now)), now, now.plus(ASK_AGAIN));
    }
  }

  private static boolean isGood(X509CRL list, Instant now) {
    return list.getNextUpdate() != null && now.isBefore(list.getNextUpdate().toInstant());
  }

  private static X509CRL parse(byte[] bytes) throws CertificateException, CRLException {
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
  }

  private static List<URI> addresses(X509Certificate certificate) {
    var extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
    if (extension == null) return List.of();
    var points = CRLDistPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
    return Arrays.stream(points.getDistributionPoints())
        .map(point -> point.getDistributionPoint())
        .filter(name -> name != null && name.getType() == DistributionPointName.FULL_NAME)
        .flatMap(name -> Arrays.stream(GeneralNames.getInstance(name.getName()).getNames()))
        .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
        .flatMap(name -> uri(DERIA5String.getInstance(name.getName()).getString()))
        .toList();
  }

  private static Stream<URI> uri(String text) {
    try {
      return Stream.of(URI.create(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Stream.empty();
    }
  }
}
