package org.motcua.identity.certificates;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.motcua.identity.AccountKind;
import org.motcua.identity.model.CitizenId;
import org.motcua.organisation.TaxCode;

/**
 * What the certificate of an enterprise says: {@code O=Công ty TNHH Sao Vàng,
 * serialNumber=MST:5700123454, CN=Trần Văn Hùng, UID=CMND:022088005678}.
 *
 * @param representative who may sign with it; authorities need not say so
 */
public record CertifiedEnterprise(
    TaxCode taxCode, String name, Optional<CitizenId> representative) {

  /** Empty for a person's. */
  static Optional<CertifiedEnterprise> of(HolderNumber number, X509Certificate certificate) {
    if (number.kind() != AccountKind.ENTERPRISE) return Optional.empty();
    var subject = new Subject(certificate);
    return Optional.of(
        new CertifiedEnterprise(
            new TaxCode(number.digits()),
            subject.find(BCStyle.O).or(() -> subject.find(BCStyle.CN)).orElse(number.digits()),
            subject
                .find(BCStyle.UID)
                .flatMap(HolderNumber::parse)
                .filter(holder -> holder.kind() == AccountKind.CITIZEN)
                .map(holder -> new CitizenId(holder.digits()))));
  }
}
