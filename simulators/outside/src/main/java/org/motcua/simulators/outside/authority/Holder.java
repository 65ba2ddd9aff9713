package org.motcua.simulators.outside.authority;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Whom a certificate names; its serialNumber attribute carries the number that counts. */
public sealed interface Holder {

  /** A citizen ID or a tax code. */
  String number();

  String name();

  X500Name subject();

  record Person(String name, String number) implements Holder {
    @Override
    public X500Name subject() {
      return new X500NameBuilder()
          .addRDN(BCStyle.CN, name)
          .addRDN(BCStyle.SERIALNUMBER, PERSON + number)
          .build();
    }
  }

  /** An enterprise, and the representative who keeps its token. */
  record Company(String name, String number, String representative, String citizenId)
      implements Holder {
    @Override
    public X500Name subject() {
      return new X500NameBuilder()
          .addRDN(BCStyle.O, name)
          .addRDN(BCStyle.SERIALNUMBER, COMPANY + number)
          .addRDN(BCStyle.CN, representative)
          .addRDN(BCStyle.UID, PERSON + citizenId)
          .build();
    }
  }

  String PERSON = "CMND:";
  String COMPANY = "MST:";

  static Holder of(X500Name subject) {
    var number = value(subject, BCStyle.SERIALNUMBER);
    var name = value(subject, BCStyle.CN);
    return number.startsWith(COMPANY)
        ? new Company(
            value(subject, BCStyle.O),
            number.substring(COMPANY.length()),
            name,
            value(subject, BCStyle.UID).substring(PERSON.length()))
        : new Person(name, number.substring(PERSON.length()));
  }

  private static String value(X500Name name, ASN1ObjectIdentifier attribute) {
    return Optional.of(name.getRDNs(attribute))
        .filter(found -> found.length > 0)
        .map(found -> IETFUtils.valueToString(found[0].getFirst().getValue()))
        .orElseThrow(() -> new IllegalArgumentException("The name lacks " + attribute));
  }
}
