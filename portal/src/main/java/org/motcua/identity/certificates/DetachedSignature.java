package org.motcua.identity.certificates;

import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/** Reads a CMS signature (RFC 5652) kept apart from the text that it signs. */
final class DetachedSignature {

  private static final Provider cryptography = new BouncyCastleProvider();
  private static final Pattern ARMOUR = Pattern.compile("-----[A-Z0-9 ]+-----");

  /** Nobody's chain is longer; whoever sends more wants us to search. */
  private static final int MOST_CERTIFICATES = 10;

  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  /** What a signature turns out to be. */
  sealed interface Reading {

    /**
     * @param carried certificates that came with the signature; nothing is known of them
     */
    record Signed(X509Certificate signer, Collection<X509Certificate> carried) implements Reading {}

    record Unreadable() implements Reading {}

    /** Of another text, or altered. */
    record Wrong() implements Reading {}
  }

  /**
   * @param bytes as the tool gave it: DER, base64, or base64 in PEM's armour
   */
  static Reading read(byte[] bytes, String text) {
    var der = der(bytes);
    if (der.isEmpty()) return new Reading.Unreadable();
    try {
      var sent = new CMSSignedData(der.get());
      var carried = certificates(sent);
      if (carried.isEmpty() || carried.size() > MOST_CERTIFICATES) return new Reading.Unreadable();
      for (var content : asEditorsSaveIt(text)) {
        var signer = signer(sent, content, der.get());
        if (signer.isPresent()) return new Reading.Signed(signer.get(), carried);
      }
      return new Reading.Wrong();
    } catch (CMSException | CertificateException | IllegalArgumentException unreadable) {
      return new Reading.Unreadable();
    }
  }

  private static Optional<X509Certificate> signer(CMSSignedData sent, byte[] content, byte[] der)
      throws CMSException, CertificateException {
    var inside = sent.getSignedContent();
    if (inside != null && !Arrays.equals(content, (byte[]) inside.getContent())) {
      return Optional.empty();
    }
    var signed =
        inside != null ? sent : new CMSSignedData(new CMSProcessableByteArray(content), der);
    var signers = List.copyOf(signed.getSignerInfos().getSigners());
    if (signers.size() != 1 || !DIGESTS.contains(signers.getFirst().getDigestAlgOID())) {
      return Optional.empty();
    }
    return certificateOf(signers.getFirst(), signed)
        .filter(certificate -> fits(signers.getFirst(), certificate));
  }

  private static boolean fits(SignerInformation signer, X509Certificate certificate) {
    try {
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(cryptography)
              .build(certificate.getPublicKey()));
    } catch (CMSException | OperatorCreationException wrong) {
      return false;
    }
  }

  private static Optional<X509Certificate> certificateOf(
      SignerInformation signer, CMSSignedData signed) throws CertificateException {
    @SuppressWarnings("unchecked")
    var selector = (Selector<X509CertificateHolder>) signer.getSID();
    for (var holder : signed.getCertificates().getMatches(selector)) {
      return Optional.of(certificate(holder));
    }
    return Optional.empty();
  }

  private static List<X509Certificate> certificates(CMSSignedData signed)
      throws CertificateException {
    var all = new ArrayList<X509Certificate>();
    for (var holder : signed.getCertificates().getMatches(null)) all.add(certificate(holder));
    return all;
  }

  private static X509Certificate certificate(X509CertificateHolder holder)
      throws CertificateException {
    return new JcaX509CertificateConverter().getCertificate(holder);
  }

  /** An editor may end the line that was pasted into it. */
  private static List<byte[]> asEditorsSaveIt(String text) {
    return Stream.of(text, text + "\n", text + "\r\n")
        .map(each -> each.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static Optional<byte[]> der(byte[] bytes) {
    if (bytes.length == 0) return Optional.empty();
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var armoured = ARMOUR.matcher(text).replaceAll("").strip();
    if (!armoured.chars().allMatch(DetachedSignature::isBase64)) return Optional.of(bytes);
    try {
      return Optional.of(Base64.getMimeDecoder().decode(armoured));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static boolean isBase64(int character) {
    return Character.isLetterOrDigit(character) && character < 128
        || character == '+'
        || character == '/'
        || character == '='
        || Character.isWhitespace(character);
  }

  private DetachedSignature() {}
}
