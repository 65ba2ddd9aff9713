package org.motcua.simulators.outside.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * All certificates that were handed out, with the keys that in life only their holders' tokens
 * have. Each is a file named after its serial number, with another one beside it if it is revoked.
 */
@Component
class Certificates {

  private static final String FILE = ".pem";
  private static final String REVOKED = ".revoked";
  private static final Duration LIST_HOLDS = Duration.ofDays(1);

  private final Path folder;
  private final Authority authority;
  private final Clock clock;
  private final Map<String, Kept> bySerial = new TreeMap<>();

  Certificates(@Value("${outside.data}") Path dataFolder, Authority authority, Clock clock) {
    this.folder = dataFolder.resolve("ca/issued");
    this.authority = authority;
    this.clock = clock;
    read();
  }

  private record Kept(Issued issued, Credential credential) {}

  private void read() {
    try {
      Files.createDirectories(folder);
      try (var files = Files.newDirectoryStream(folder, "*" + FILE)) {
        for (var file : files) {
          var name = file.getFileName().toString();
          keep(name.substring(0, name.length() - FILE.length()), Pem.read(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Certificates cannot be read from " + folder, e);
    }
  }

  private Issued keep(String serial, Credential credential) throws IOException {
    var certificate = credential.certificate();
    var issued = new Issued(serial, holder(certificate), certificate, revokedAt(serial));
    bySerial.put(serial, new Kept(issued, credential));
    return issued;
  }

  private @Nullable Instant revokedAt(String serial) throws IOException {
    var file = folder.resolve(serial + REVOKED);
    return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : null;
  }

  private static Holder holder(X509Certificate certificate) {
    try {
      return Holder.of(new JcaX509CertificateHolder(certificate).getSubject());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String newSerial() {
    return serial(Authority.randomSerial());
  }

  private static String serial(BigInteger number) {
    return "%032x".formatted(number);
  }

  /** The same serial number again is the same certificate again. */
  synchronized Issued issue(String serial, Holder holder, Validity validity) {
    var earlier = bySerial.get(serial);
    if (earlier != null) return earlier.issued();
    var credential = authority.issue(new BigInteger(serial, 16), holder, validity);
    Pem.write(folder.resolve(serial + FILE), credential);
    try {
      return keep(serial, credential);
    } catch (IOException e) {
      throw new UncheckedIOException("The certificate cannot be kept in " + folder, e);
    }
  }

  /** Nothing is revoked twice: the first time counts. */
  synchronized void revoke(String serial) {
    var kept = bySerial.get(serial);
    if (kept == null || kept.issued().revokedAt() != null) return;
    try {
      Files.writeString(
          folder.resolve(serial + REVOKED), clock.instant().toString(), StandardOpenOption.CREATE);
      keep(serial, kept.credential());
    } catch (IOException e) {
      throw new UncheckedIOException("The revocation cannot be kept in " + folder, e);
    }
  }

  synchronized Optional<Issued> find(String serial) {
    return Optional.ofNullable(bySerial.get(serial)).map(Kept::issued);
  }

  /** The newest first. */
  synchronized List<Issued> list() {
    return bySerial.values().stream()
        .map(Kept::issued)
        .sorted(Comparator.comparing(Issued::from).reversed().thenComparing(Issued::serial))
        .toList();
  }

  /** The newest of those that hold. */
  synchronized Optional<Issued> findValid(String number) {
    var now = clock.instant();
    return list().stream()
        .filter(one -> one.holder().number().equals(number))
        .filter(one -> one.state(now) == Issued.State.VALID)
        .findFirst();
  }

  /** What the holder's token would be asked for. */
  synchronized Optional<Credential> findCredential(String serial) {
    return Optional.ofNullable(bySerial.get(serial)).map(Kept::credential);
  }

  X509CRL revocationList() {
    var now = clock.instant();
    return authority.revocations(revoked(), new Validity(now, now.plus(LIST_HOLDS)));
  }

  X509CRL rootRevocationList() {
    var now = clock.instant();
    return authority.rootRevocations(new Validity(now, now.plus(LIST_HOLDS)));
  }

  /** One that should have been renewed the day before. */
  X509CRL outdatedRevocationList() {
    var then = clock.instant().minus(LIST_HOLDS.multipliedBy(2));
    return authority.revocations(List.of(), new Validity(then, then.plus(LIST_HOLDS)));
  }

  private synchronized List<Revocation> revoked() {
    return bySerial.values().stream()
        .map(Kept::issued)
        .flatMap(one -> revocation(one).stream())
        .toList();
  }

  private static Optional<Revocation> revocation(Issued issued) {
    return Optional.ofNullable(issued.revokedAt())
        .map(at -> new Revocation(issued.certificate().getSerialNumber(), at));
  }
}
