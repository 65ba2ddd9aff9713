package org.motcua.simulators.outside.authority;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Keys and certificates as text. Keys lie open: this authority is trusted by nobody real. */
final class Pem {

  private Pem() {}

  static String of(X509Certificate certificate) {
    return text(writer -> writer.writeObject(certificate));
  }

  static void write(Path file, Credential credential) {
    var text =
        text(
            writer -> {
              writer.writeObject(new JcaPKCS8Generator(credential.key(), null));
              writer.writeObject(credential.certificate());
            });
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("A certificate cannot be kept in " + file, e);
    }
  }

  /** The key comes first in the file, the certificate second. */
  static Credential read(Path file) {
    try (var parser = new PEMParser(Files.newBufferedReader(file))) {
      if (parser.readObject() instanceof PrivateKeyInfo key
          && parser.readObject() instanceof X509CertificateHolder certificate) {
        return new Credential(
            new JcaX509CertificateConverter().getCertificate(certificate),
            new JcaPEMKeyConverter().getPrivateKey(key));
      }
      throw new IllegalStateException("A key and a certificate are missing in " + file);
    } catch (IOException e) {
      throw new UncheckedIOException("A certificate cannot be read from " + file, e);
    } catch (CertificateException e) {
      throw new IllegalStateException("A certificate cannot be read from " + file, e);
    }
  }

  private static String text(Writing writing) {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writing.to(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private interface Writing {
    void to(JcaPEMWriter writer) throws IOException;
  }
}
