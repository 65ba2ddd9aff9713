package org.motcua.identity.certificates;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.motcua.identity.AccountKind;
import org.motcua.identity.model.CitizenId;
import org.motcua.organisation.TaxCode;

/**
 * Whose a certificate is, as the subject's serialNumber says it: {@code CMND:022190001234}, {@code
 * CCCD:…} of a person, {@code MST:5700123454} of an enterprise.
 */
public record HolderNumber(AccountKind kind, String digits) {

  private static final Pattern FORM = Pattern.compile("(CMND|CCCD|MST):\\s*([\\d-]+)");

  static Optional<HolderNumber> of(X509Certificate certificate) {
    return new Subject(certificate)
        .list(BCStyle.SERIALNUMBER)
        .flatMap(text -> parse(text).stream())
        .findFirst();
  }

  static Optional<HolderNumber> parse(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) return Optional.empty();
    return form.group(1).equals("MST")
        ? TaxCode.parse(form.group(2))
            .map(code -> new HolderNumber(AccountKind.ENTERPRISE, code.digits()))
        : CitizenId.parse(form.group(2))
            .map(id -> new HolderNumber(AccountKind.CITIZEN, id.digits()));
  }
}
