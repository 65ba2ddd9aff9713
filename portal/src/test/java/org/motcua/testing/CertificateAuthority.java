package org.motcua.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * An authority with a root and one that issues under it, as the demonstration has it: certificates
 * for anybody, the list of those taken back, and people who sign.
 */
public final class CertificateAuthority {

  private static final Duration A_YEAR = Duration.ofDays(365);
  private static final Duration LIST_GOOD_FOR = Duration.ofDays(1);
  private static final AtomicLong serials = new AtomicLong(1000);

  /** The one that the portal of the tests trusts, beside the phones. */
  public static final CertificateAuthority TRUSTED = new CertificateAuthority("Thử nghiệm");

  private final KeyPair rootKeys = keys();
  private final KeyPair issuingKeys = keys();
  private final X500Name rootName;
  private final X500Name issuingName;
  private final X509Certificate root;
  private final X509Certificate issuing;
  private final Set<BigInteger> revoked = ConcurrentHashMap.newKeySet();
  private volatile boolean away;
  private String listAddress = "http://localhost:1/none.crl";

  public CertificateAuthority(String name) {
    rootName = name("Root " + name, null);
    issuingName = name("CA " + name, null);
    root = certificate(rootName, rootKeys, rootName, rootKeys, Wish.authority());
    issuing = certificate(issuingName, issuingKeys, rootName, rootKeys, Wish.authority());
  }

  /** What is to be unlike other certificates. */
  public record Wish(Instant from, Instant to, int usage, boolean certifies, boolean listed) {

    public static Wish usual() {
      var now = Instant.now();
      return new Wish(
          now.minus(Duration.ofDays(1)),
          now.plus(A_YEAR),
          KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
          false,
          true);
    }

    static Wish authority() {
      return new Wish(
          Instant.now().minus(A_YEAR),
          Instant.now().plus(A_YEAR.multipliedBy(5)),
          KeyUsage.keyCertSign | KeyUsage.cRLSign,
          true,
          false);
    }

    public Wish validFrom(Instant instant) {
      return new Wish(instant, to, usage, certifies, listed);
    }

    public Wish validUntil(Instant instant) {
      return new Wish(from, instant, usage, certifies, listed);
    }

    public Wish usedFor(int keyUsage) {
      return new Wish(from, to, keyUsage, certifies, listed);
    }
  }

  /** Somebody with a key and a certificate for it. */
  public record Holder(X509Certificate certificate, PrivateKey key, X509Certificate issuer) {

    /** Detached, in base64, as the signing tool shows it. */
    public String signs(String text) {
      return Base64.getEncoder().encodeToString(signature(text, false));
    }

    /** With the text inside. */
    public byte[] signsWithText(String text) {
      return signature(text, true);
    }

    private byte[] signature(String text, boolean inside) {
      try {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(signer(key), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate, issuer)));
        return generator
            .generate(new CMSProcessableByteArray(text.getBytes(StandardCharsets.UTF_8)), inside)
            .getEncoded();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  /**
   * @param number as the subject's serialNumber, such as {@code CMND:022190001234}
   */
  public Holder issue(String name, String number) {
    return issue(name, number, Wish.usual());
  }

  public Holder issue(String name, String number, Wish wish) {
    var keys = keys();
    return new Holder(
        certificate(name(name, number), keys, issuingName, issuingKeys, wish),
        keys.getPrivate(),
        issuing);
  }

  /**
   * To the one who represents an enterprise.
   *
   * @param representative his number, such as {@code CMND:022088005678}; null where the authority
   *     does not name him
   */
  public Holder issueToEnterprise(String enterprise, String taxCode, String representative) {
    var subject =
        new X500NameBuilder()
            .addRDN(BCStyle.C, "VN")
            .addRDN(BCStyle.O, enterprise)
            .addRDN(BCStyle.SERIALNUMBER, "MST:" + taxCode)
            .addRDN(BCStyle.CN, "Người đại diện");
    if (representative != null) subject.addRDN(BCStyle.UID, representative);
    var keys = keys();
    return new Holder(
        certificate(subject.build(), keys, issuingName, issuingKeys, Wish.usual()),
        keys.getPrivate(),
        issuing);
  }

  public void revoke(Holder holder) {
    revoked.add(holder.certificate().getSerialNumber());
  }

  /** Answers nothing, until it is back. */
  public void goAway() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  /** Where a list is to be had, for authorities that stand at no server. */
  public void listsAt(String address) {
    listAddress = address;
  }

  public String rootPem() {
    return pem(root);
  }

  public String issuingPem() {
    return pem(issuing);
  }

  public byte[] list() {
    try {
      var now = Instant.now();
      var list = new JcaX509v2CRLBuilder(issuing, Date.from(now.minusSeconds(60)));
      list.setNextUpdate(Date.from(now.plus(LIST_GOOD_FOR)));
      for (var serial : revoked) {
        list.addCRLEntry(serial, Date.from(now.minusSeconds(60)), CRLReason.keyCompromise);
      }
      return list.build(signer(issuingKeys.getPrivate())).getEncoded();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static void openAt(HttpServer server) {
    TRUSTED.listAddress = "http://localhost:" + server.getAddress().getPort() + "/ca/issuing.crl";
    TRUSTED.serve(server, "/ca/root.pem", () -> pem(TRUSTED.root).getBytes(StandardCharsets.UTF_8));
    TRUSTED.serve(
        server, "/ca/issuing.pem", () -> pem(TRUSTED.issuing).getBytes(StandardCharsets.UTF_8));
    TRUSTED.serve(server, "/ca/issuing.crl", TRUSTED::list);
  }

  private void serve(HttpServer server, String path, Supplier<byte[]> content) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (away) {
              exchange.sendResponseHeaders(503, -1);
              return;
            }
            var bytes = content.get();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  private X509Certificate certificate(
      X500Name subject, KeyPair keys, X500Name issuer, KeyPair issuerKeys, Wish wish) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(serials.incrementAndGet()),
              Date.from(wish.from()),
              Date.from(wish.to()),
              subject,
              keys.getPublic());
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(wish.certifies()));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage()));
      if (wish.listed()) {
        builder.addExtension(Extension.cRLDistributionPoints, false, listAt(listAddress));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(signer(issuerKeys.getPrivate())));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static CRLDistPoint listAt(String address) {
    var name = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address));
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(new DistributionPointName(name), null, null)
        });
  }

  private static X500Name name(String common, String number) {
    var name = new X500NameBuilder().addRDN(BCStyle.C, "VN").addRDN(BCStyle.CN, common);
    return (number == null ? name : name.addRDN(BCStyle.SERIALNUMBER, number)).build();
  }

  private static ContentSigner signer(PrivateKey key) throws Exception {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(X509Certificate certificate) {
    var text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      pem.writeObject(certificate);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }
}
