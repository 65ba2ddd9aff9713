package org.motcua.connect.protocol;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Where an agency's system publishes its keys: an https address, whose certificate this Java is
 * told to trust until it is closed.
 */
final class KeysAddress implements AutoCloseable {

  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_STORE_TYPE = "javax.net.ssl.trustStoreType";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final AtomicInteger calls = new AtomicInteger();
  private final HttpsServer server;
  private final Path trusted;
  private volatile int status = 200;
  private volatile String published = new JWKSet().toString();

  KeysAddress() throws Exception {
    var certified = certified();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(certified)));
    server.createContext("/keys", this::answer);
    server.start();
    trusted = Files.createTempFile("trusted", ".p12");
    trust(certified);
  }

  URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort() + "/keys");
  }

  KeysAddress publishes(JWK... keys) {
    published = new JWKSet(Arrays.stream(keys).map(JWK::toPublicJWK).toList()).toString();
    return this;
  }

  /** Instead of the keys. */
  KeysAddress answers(int error) {
    status = error;
    return this;
  }

  int calls() {
    return calls.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    try (exchange) {
      var body = published.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** A key with a certificate for this machine by nobody but itself. */
  private static KeyStore certified() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    var keys = generator.generateKeyPair();
    var name = new X500Name("CN=localhost");
    var now = Instant.now();
    var certificate =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                keys.getPublic())
            .addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    var store = empty();
    store.setKeyEntry(
        "site",
        keys.getPrivate(),
        PASSWORD,
        new java.security.cert.Certificate[] {
          new JcaX509CertificateConverter().getCertificate(certificate)
        });
    return store;
  }

  private static KeyStore empty() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static SSLContext context(KeyStore certified) throws Exception {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(certified, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void trust(KeyStore certified) throws Exception {
    var store = empty();
    store.setCertificateEntry("site", certified.getCertificate("site"));
    try (var file = Files.newOutputStream(trusted)) {
      store.store(file, PASSWORD);
    }
    System.setProperty(TRUST_STORE, trusted.toString());
    System.setProperty(TRUST_STORE_TYPE, "PKCS12");
    System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
  }

  /** From then on it is not trusted any more, though it may be called. */
  KeysAddress trustedByNobody() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_TYPE);
    System.clearProperty("javax.net.ssl.trustStorePassword");
    return this;
  }

  @Override
  public void close() throws IOException {
    trustedByNobody();
    server.stop(0);
    Files.deleteIfExists(trusted);
  }
}
