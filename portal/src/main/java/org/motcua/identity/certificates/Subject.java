package org.motcua.identity.certificates;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Whom a certificate names, part by part. */
record Subject(X500Name name) {

  Subject(X500Principal principal) {
    this(X500Name.getInstance(principal.getEncoded()));
  }

  Subject(X509Certificate certificate) {
    this(certificate.getSubjectX500Principal());
  }

  Optional<String> find(ASN1ObjectIdentifier part) {
    return list(part).findFirst();
  }

  Stream<String> list(ASN1ObjectIdentifier part) {
    return Arrays.stream(name.getRDNs(part))
        .map(each -> IETFUtils.valueToString(each.getFirst().getValue()));
  }
}
