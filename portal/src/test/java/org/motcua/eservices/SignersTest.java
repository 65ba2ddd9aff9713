package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.forms.Answers;

class SignersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String QUESTIONS =
      """
            - {id: name, type: text, label: {vi: Tên, en: Name}}
            - {id: partner, type: id-number, label: {vi: Người góp vốn, en: Partner}, optional: true}
            - {id: backer, type: person, label: {vi: Người bảo lãnh, en: Backer}, optional: true}
      """;
  private static final String SIGNERS =
      """
      signers:
        - {id: partner, title: {vi: Người góp vốn, en: Partner}, who: partner}
        - {id: backer, title: {vi: Người bảo lãnh, en: Backer}, who: backer, when: name == 'big'}
      """;

  @Test
  void thoseSignWhoseCaseItIsAndWhoAreNamed() {
    var service = service(SIGNERS).read();
    assertThat(signers(service, Map.of("name", "small"))).isEmpty();
    assertThat(signers(service, Map.of("name", "small", "partner", "022190001234")))
        .containsExactly("partner");
    var backer = Map.of("name", "Trần Văn Hùng", "idNumber", "022088005678");
    assertThat(signers(service, Map.of("name", "small", "backer", backer))).isEmpty();
    assertThat(signers(service, Map.of("name", "big", "partner", "022190001234", "backer", backer)))
        .containsExactly("partner", "backer");
  }

  @Test
  void whoIsNamedByNoQuestionThatSaysWhoSomebodyIsCannotSign() {
    assertThat(service(SIGNERS.replace("who: partner", "who: patner")).problems())
        .singleElement()
        .asString()
        .matches("here/service.yaml:\\d+: the form has no question 'patner'");
    assertThat(service(SIGNERS.replace("who: partner", "who: name")).problems())
        .singleElement()
        .asString()
        .endsWith("'name' names nobody, expected an id-number or person question");
  }

  @Test
  void mistakesInASignerAreTold() {
    assertThat(
            service(SIGNERS.replace("id: backer", "id: partner").replace("'big'", "big"))
                .problems())
        .hasSize(2)
        .anyMatch(told -> told.endsWith("there is another signer 'partner'"))
        .anyMatch(told -> told.contains("there is no 'big'"));
    assertThat(service(SIGNERS.replace("id: backer", "id: The backer")).problems())
        .singleElement()
        .asString()
        .endsWith("'The backer' is no signer's id, expected such as other-parent");
    assertThat(service(SIGNERS.replace("when: name", "whenever: name")).problems()).hasSize(1);
  }

  private static SmallService service(String signers) {
    return new SmallService()
        .with("fees: []\n", "fees: []\n" + signers)
        .within(
            "form.yaml", "      - {id: name, type: text, label: {vi: Tên, en: Name}}\n", QUESTIONS);
  }

  private static List<String> signers(OnlineService service, Map<String, Object> answers) {
    return service.signersIn(service.form().situation(Answers.of(answers), TODAY)).stream()
        .map(Signer::id)
        .toList();
  }
}
