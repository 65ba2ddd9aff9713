package org.motcua.simulators.outside.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The demonstration's certificate authority: a root that vouches for an issuing authority, which
 * vouches for people. Made at the first start and kept.
 */
@Component
class Authority {

  private static final int ROOT_YEARS = 20;
  private static final int ISSUING_YEARS = 10;

  private final Path folder;
  private final URI address;
  private final Clock clock;
  private final Credential root;
  private final Credential issuing;

  Authority(
      @Value("${outside.data}") Path dataFolder,
      @Value("${outside.url}") URI address,
      Clock clock) {
    this.folder = dataFolder.resolve("ca");
    this.address = address;
    this.clock = clock;
    this.root = kept("root", this::makeRoot);
    this.issuing = kept("issuing", this::makeIssuing);
  }

  X509Certificate root() {
    return root.certificate();
  }

  X509Certificate issuing() {
    return issuing.certificate();
  }

  /** A fresh key and a certificate on it, as if a token were handed out. */
  Credential issue(BigInteger serial, Holder holder, Validity validity) {
    var keys = Keys.of(holder);
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuing.certificate(),
              serial,
              validity.notBefore(),
              validity.notAfter(),
              holder.subject(),
              keys.getPublic());
      var certificate =
          new Profile(builder, keys.getPublic())
              .token()
              .revocationsAt(address.resolve("/ca/issuing.crl"))
              .signedBy(issuing.key(), issuing.certificate().getPublicKey());
      return new Credential(certificate, keys.getPrivate());
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The certificate cannot be made", e);
    }
  }

  /** Whose certificates of the issuing authority hold no longer. */
  X509CRL revocations(List<Revocation> revoked, Validity validity) {
    return new RevocationList(issuing).of(revoked, validity);
  }

  /** The issuing authority itself has never been revoked. */
  X509CRL rootRevocations(Validity validity) {
    return new RevocationList(root).of(List.of(), validity);
  }

  private Credential kept(String name, Supplier<Credential> making) {
    var file = folder.resolve(name + ".pem");
    if (Files.exists(file)) return Pem.read(file);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Certificates cannot be kept in " + folder, e);
    }
    var made = making.get();
    Pem.write(file, made);
    return made;
  }

  private Credential makeRoot() {
    var keys = Keys.ofAuthority();
    var name = name("Một Cửa Demo Root");
    var validity = Validity.years(ROOT_YEARS, clock.instant());
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              randomSerial(),
              validity.notBefore(),
              validity.notAfter(),
              name,
              keys.getPublic());
      var certificate =
          new Profile(builder, keys.getPublic())
              .authority(1)
              .signedBy(keys.getPrivate(), keys.getPublic());
      return new Credential(certificate, keys.getPrivate());
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The root cannot be made", e);
    }
  }

  private Credential makeIssuing() {
    var keys = Keys.ofAuthority();
    var validity = Validity.years(ISSUING_YEARS, clock.instant());
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              root.certificate(),
              randomSerial(),
              validity.notBefore(),
              validity.notAfter(),
              name("Một Cửa Demo CA"),
              keys.getPublic());
      var certificate =
          new Profile(builder, keys.getPublic())
              .authority(0)
              .revocationsAt(address.resolve("/ca/root.crl"))
              .signedBy(root.key(), root.certificate().getPublicKey());
      return new Credential(certificate, keys.getPrivate());
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The issuing authority cannot be made", e);
    }
  }

  private static X500Name name(String own) {
    return new X500NameBuilder()
        .addRDN(BCStyle.C, "VN")
        .addRDN(BCStyle.O, "Một Cửa (thử nghiệm)")
        .addRDN(BCStyle.CN, own)
        .build();
  }

  static BigInteger randomSerial() {
    return new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
  }
}
