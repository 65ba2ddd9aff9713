package org.motcua.identity.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose certificates are believed: authorities whose own certificates lie in a folder as PEM files,
 * and in a demonstration the demo authority, which is asked for at need and then kept.
 */
@Component
class TrustedAuthorities {

  private static final Logger log = LoggerFactory.getLogger(TrustedAuthorities.class);

  /** An authority that was away is asked again, but not by everybody who waits. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(15);

  private final Known given;
  private final List<URI> demo;
  private final Fetching fetching;
  private final Clock clock;

  private volatile @Nullable Known kept;
  private volatile Instant notBefore = Instant.MIN;

  TrustedAuthorities(
      @Value("${motcua.identity.trusted-authorities:}") String folder,
      @Value("${motcua.demo}") boolean demo,
      @Value("${motcua.outside-url}") String outside,
      Fetching fetching,
      Clock clock) {
    this.given = folder.isBlank() ? Known.of(Set.of()) : Known.of(certificatesIn(Path.of(folder)));
    this.demo =
        demo
            ? List.of(URI.create(outside + "/ca/root.pem"), URI.create(outside + "/ca/issuing.pem"))
            : List.of();
    this.fetching = fetching;
    this.clock = clock;
  }

  /**
   * @param anchors where trust begins
   * @param between authorities that were certified by others
   */
  record Known(Set<TrustAnchor> anchors, Collection<X509Certificate> between) {

    static Known of(Collection<X509Certificate> certificates) {
      return new Known(
          certificates.stream()
              .filter(Known::selfIssued)
              .map(root -> new TrustAnchor(root, null))
              .collect(Collectors.toUnmodifiableSet()),
          certificates.stream().filter(each -> !selfIssued(each)).toList());
    }

    private static boolean selfIssued(X509Certificate certificate) {
      return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
  }

  /** Whether this installation takes certificates at all. */
  boolean any() {
    return !demo.isEmpty() || !given.anchors().isEmpty();
  }

  /** Without the demo authority while it is away. */
  Known known() {
    if (demo.isEmpty()) return given;
    var known = kept;
    if (known != null) return known;
    return fetchDemo();
  }

  private synchronized Known fetchDemo() {
    var known = kept;
    if (known != null) return known;
    if (clock.instant().isBefore(notBefore)) return given;
    try {
      var all = new HashSet<X509Certificate>(given.between());
      given.anchors().forEach(anchor -> all.add(anchor.getTrustedCert()));
      for (var address : demo) all.addAll(certificates(fetching.fetch(address)));
      var fetched = Known.of(all);
      kept = fetched;
      return fetched;
    } catch (IOException | CertificateException away) {
      log.warn("The demo authority cannot be had: {}", away.toString());
      notBefore = clock.instant().plus(ASK_AGAIN);
      return given;
    }
  }

  private static Set<X509Certificate> certificatesIn(Path folder) {
    try (var files = Files.list(folder)) {
      var all = new HashSet<X509Certificate>();
      for (var file : files.filter(each -> each.toString().endsWith(".pem")).toList()) {
        all.addAll(certificates(Files.readAllBytes(file)));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("Trusted authorities cannot be read from " + folder, e);
    } catch (CertificateException e) {
      throw new IllegalStateException("A file of " + folder + " holds no certificate", e);
    }
  }

  private static Set<X509Certificate> certificates(byte[] pem) throws CertificateException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem))
        .stream()
        .map(X509Certificate.class::cast)
        .collect(Collectors.toSet());
  }
}
