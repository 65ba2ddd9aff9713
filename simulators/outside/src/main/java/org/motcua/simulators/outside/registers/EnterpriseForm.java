package org.motcua.simulators.outside.registers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.motcua.simulators.outside.FormErrors;
import org.motcua.simulators.outside.registers.Enterprise.Representative;

/** What a visitor enters about a company with one legal representative. */
public record EnterpriseForm(
    String taxCode,
    String name,
    String state,
    String address,
    String citizenId,
    String representative,
    String position) {

  private static final Pattern TAX_CODE = Pattern.compile("\\d{10}(\\d{3})?");
  private static final Pattern CITIZEN_ID = Pattern.compile("\\d{12}");
  private static final Pattern LINE = Pattern.compile(".{1,200}");

  static EnterpriseForm of(Map<String, String> fields) {
    return new EnterpriseForm(
        digits(fields, "taxCode"),
        text(fields, "name"),
        text(fields, "state"),
        text(fields, "address"),
        digits(fields, "citizenId"),
        text(fields, "representative"),
        text(fields, "position"));
  }

  static EnterpriseForm empty() {
    return of(Map.of());
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private static String digits(Map<String, String> fields, String name) {
    return text(fields, name).replaceAll("[\\s.-]", "");
  }

  FormErrors errors() {
    return new FormErrors()
        .matches("taxCode", taxCode, TAX_CODE, "enterprises.tax_code.wrong")
        .matches("name", name, LINE, "enterprises.name.wrong")
        .check("state", isState(), "enterprises.state.wrong")
        .matches("address", address, LINE, "enterprises.address.wrong")
        .matches("citizenId", citizenId, CITIZEN_ID, "registers.number.wrong")
        .matches("representative", representative, LINE, "registers.name.wrong")
        .matches("position", position, LINE, "enterprises.position.wrong");
  }

  /** To be asked for when nothing is wrong. */
  Enterprise enterprise() {
    return new Enterprise(
        taxCode,
        name,
        Enterprise.State.valueOf(state),
        address,
        List.of(new Representative(citizenId, representative, position)));
  }

  private boolean isState() {
    return Arrays.stream(Enterprise.State.values()).anyMatch(one -> one.name().equals(state));
  }
}
