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

  private static final String SETTING = "motcua.identity.trusted-authorities";

  /** An authority that was away is asked again, but not by everybody who waits. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(15);

  private final Known given;
  private final List<URI> demo;
  private final Fetching fetching;
  private final Clock clock;

  private volatile @Nullable Known kept;
  private volatile Instant notBefore = Instant.MIN;

  TrustedAuthorities(
      @Value("${" + SETTING + "}") String folder,
      @Value("${motcua.demo}") boolean demo,
      @Value("${motcua.outside-url}") String outside,
      Fetching fetching,
      Clock clock) {
    this.given = folder.isBlank() ? Known.of(Set.of()) : in(Path.of(folder));
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

  /** The portal does not begin with less trust, or more, than its keeper believes it has. */
  private static Known in(Path folder) {
    var all = new HashSet<X509Certificate>();
    for (var file : pemFiles(folder)) all.addAll(certificatesOf(file));
    var known = Known.of(all);
    if (known.anchors().isEmpty()) {
      throw new IllegalStateException(
          SETTING + ": no file *.pem of " + folder + " holds the root certificate of an authority");
    }
    known
        .anchors()
        .forEach(
            anchor ->
                log.info(
                    "Certificates are trusted from {}",
                    anchor.getTrustedCert().getSubjectX500Principal()));
    return known;
  }

  private static List<Path> pemFiles(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pem")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(SETTING + ": the folder " + folder + " cannot be read", e);
    }
  }

  private static Set<X509Certificate> certificatesOf(Path file) {
    try {
      var all = certificates(Files.readAllBytes(file));
      if (all.isEmpty()) throw new CertificateException("It is empty");
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(SETTING + ": " + file + " cannot be read", e);
    } catch (CertificateException e) {
      throw new IllegalStateException(
          SETTING + ": " + file + " is no certificate in the form PEM", e);
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
