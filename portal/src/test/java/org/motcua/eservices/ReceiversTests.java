package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.Test;
import org.motcua.forms.Answers;
import org.motcua.forms.TestForms;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Organisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class ReceiversTests {

  private static final String WRITTEN = "receiver: {committeeOfCommune: place}";
  private static final Answers IN_HONG_HA =
      Answers.of(Map.of("place", TestForms.HONG_HA, "office", "H49"));

  @Autowired Organisation organisation;

  @Test
  void theCommitteesOfAllLevelsReceive() {
    received("{committeeOfCommune: place}", IN_HONG_HA)
        .hasValueSatisfying(agency -> assertThat(agency.name()).contains("Hồng Hà"));
    received("{committeeOfDistrict: place}", IN_HONG_HA)
        .map(Agency::kind)
        .contains(AgencyKind.DISTRICT_COMMITTEE);
    received("{committeeOfProvince: place}", IN_HONG_HA)
        .map(agency -> agency.id().decision20())
        .contains("H49");
    received("{committeeOfCommune: place}", Answers.none()).isEmpty();
  }

  @Test
  void aDepartmentOfTheProvinceReceives() {
    received("{department: {kind: transport, provinceOf: place}}", IN_HONG_HA)
        .map(Agency::department)
        .contains(DepartmentKind.TRANSPORT);
    received("{department: {kind: social-insurance, provinceOf: where}}", IN_HONG_HA)
        .hasValueSatisfying(agency -> assertThat(agency.name()).contains("Quảng Ninh"));
    received("{department: {kind: trade, provinceOf: place}}", Answers.none()).isEmpty();
  }

  @Test
  void oneNamedAgencyOrTheChosenOneReceives() {
    received("{agency: 000.00.00.G02}", Answers.none())
        .map(Agency::name)
        .contains("Bộ Công Thương");
    received("{agency: 000.00.00.G99}", Answers.none()).isEmpty();
    received("{chosenBy: office}", IN_HONG_HA)
        .map(agency -> agency.id().decision20())
        .contains("H49");
    received("{chosenBy: office}", Answers.of(Map.of("office", "000.00.00.G01"))).isEmpty();
  }

  @Test
  void theFirstCaseThatHoldsReceives() {
    var cases =
        """

          - when: office == 'H49'
            department: {kind: trade, provinceOf: place}
          - agency: G02
        """;
    received(cases, IN_HONG_HA).map(Agency::department).contains(DepartmentKind.TRADE);
    received(cases, Answers.of(Map.of("office", "000.00.00.G02")))
        .map(Agency::name)
        .contains("Bộ Công Thương");
  }

  private OptionalAssert<Agency> received(String rule, Answers answers) {
    var service = new SmallService().with(WRITTEN, "receiver: " + rule).read();
    var situation = service.form().situation(answers, LocalDate.of(2026, 11, 22));
    return assertThat(service.receiver().find(situation, organisation));
  }

  @Test
  void aWrongReceiverIsToldWithItsLine() {
    told("{committeeOfDistrict: name}", 8, "'name' is no address question of the form");
    told("{committeeOfVillage: place}", 8, "unknown key 'committeeOfVillage'");
    told("{agency: G2}", 8, "'G2' is no agency's code, expected such as 000.00.00.G02");
    told("{agency: G02, committeeOfCommune: place}", 8, "expected exactly one of");
    told("{}", 8, "expected exactly one of");
    told("[]", 8, "'receiver' is an empty list");
    told("{chosenBy: name}", 8, "'name' is no one-of question");
    told("{department: {kind: magic, provinceOf: place}}", 8, "'kind' is 'magic', expected police");
    told("\n  - agency: G02\n  - agency: G01", 9, "'when' is missing");
    told("\n  - {when: name == 'a', agency: G02}", 9, "the last receiver is for all remaining");
    told(
        "\n  - {when: nam == 'a', agency: G02}\n  - agency: G01",
        9,
        "there is no 'nam'; did you mean 'name'?");
  }

  private static void told(String rule, int line, String message) {
    var problems = new SmallService().with(WRITTEN, "receiver: " + rule).problems();
    assertThat(problems).anyMatch(told -> told.startsWith("here/service.yaml:" + line + ": "));
    assertThat(problems).anyMatch(told -> told.contains(message));
  }
}
