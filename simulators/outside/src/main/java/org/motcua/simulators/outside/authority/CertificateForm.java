package org.motcua.simulators.outside.authority;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.motcua.simulators.outside.FormErrors;

/**
 * Whom a certificate is to name; the serial number comes along, so that sent twice is made once.
 */
public record CertificateForm(
    String serial, String name, String number, String company, String taxCode, boolean expired) {

  private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NUMBER = Pattern.compile("\\d{9}|\\d{12}");
  private static final Pattern TAX_CODE_OR_NONE = Pattern.compile("(\\d{10}(\\d{3})?)?");
  private static final int LONGEST_NAME = 200;
  private static final int YEARS = 2;

  static CertificateForm of(Map<String, String> fields) {
    var serial = fields.getOrDefault("serial", "");
    return new CertificateForm(
        SERIAL.matcher(serial).matches() ? serial : Certificates.newSerial(),
        text(fields, "name"),
        digits(fields, "number"),
        text(fields, "company"),
        digits(fields, "taxCode"),
        fields.containsKey("expired"));
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private static String digits(Map<String, String> fields, String name) {
    return text(fields, name).replaceAll("[\\s.-]", "");
  }

  FormErrors errors() {
    return new FormErrors()
        .check("name", !name.isEmpty() && name.length() <= LONGEST_NAME, "registers.name.wrong")
        .matches("number", number, NUMBER, "ca.number.wrong")
        .check(
            "company",
            company.isEmpty() == taxCode.isEmpty() && company.length() <= LONGEST_NAME,
            "ca.company.wrong")
        .matches("taxCode", taxCode, TAX_CODE_OR_NONE, "enterprises.tax_code.wrong");
  }

  Holder holder() {
    return taxCode.isEmpty()
        ? new Holder.Person(name, number)
        : new Holder.Company(company, taxCode, name, number);
  }

  Validity validity(Instant now) {
    return expired ? Validity.past(now) : Validity.years(YEARS, now);
  }
}
