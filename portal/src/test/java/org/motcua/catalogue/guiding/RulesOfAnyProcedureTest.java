package org.motcua.catalogue.guiding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.guiding.ChecklistRules.Choice;
import org.motcua.catalogue.guiding.ChecklistRules.Paper;
import org.motcua.catalogue.guiding.ChecklistRules.Question;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RulesOfAnyProcedureTest {

  private static final String TWO_CASES =
      """
      [{"when": "* Giấy tờ phải nộp:", "papers": [{"name": "Đơn", "originals": 1, "copies": 0}]},
       {"when": "a) Đối với xe cá nhân:", "papers": [{"name": "Căn cước", "originals": 1, "copies": 0}]},
       {"when": "(2). Trường hợp xe cơ quan", "papers": [{"name": "Giới thiệu", "originals": 1, "copies": 0}]}]
      """;

  private static final String ONLINE_IS_CHEAPER =
      """
      [{"manner": "ONLINE", "timeLimits": [{"amount": 3, "unit": "WORKING_DAYS", "fees": [{"dong": 25000}]}]},
       {"manner": "IN_PERSON", "timeLimits": [{"amount": 5, "unit": "DAYS", "note": "Kể cả ngày nghỉ", "fees": [{"dong": 50000}]}]}]
      """;

  @Test
  void aPlainProcedureIsAskedNothing() {
    var rules = RulesOfAnyProcedure.of(Procedures.named("9.900001", "Cấp giấy phép thử"));

    assertThat(rules.questions()).isEmpty();
    var list = rules.forAnswers(Map.of()).orElseThrow();
    assertThat(list.papers()).extracting(Paper::name).containsExactly("Đơn đề nghị");
    assertThat(list.dong()).isEqualTo(50_000);
    assertThat(list.time().amount()).isEqualTo(3);
    assertThat(list.place().at()).isEqualTo("COMMUNE");
  }

  @Test
  void casesAreToldFromHeadingsThatOnlySortThePapers() {
    var rules = rules("papers", TWO_CASES);

    assertThat(rules.questions()).extracting(Question::id).containsExactly("case");
    assertThat(rules.questions().getFirst().choices())
        .extracting(Choice::label)
        .startsWith("Đối với xe cá nhân", "Trường hợp xe cơ quan");
    assertThat(papers(rules, "case-1")).containsExactly("Đơn", "Căn cước");
    assertThat(papers(rules, "case-2")).containsExactly("Đơn", "Giới thiệu");
    assertThat(papers(rules, "unsure")).containsExactly("Đơn", "Căn cước", "Giới thiệu");
  }

  @Test
  void theChannelIsAskedForWhereItMakesADifference() {
    var rules = rules("channels", ONLINE_IS_CHEAPER);

    assertThat(rules.questions()).extracting(Question::id).containsExactly("channel");
    var online = rules.forAnswers(Map.of("channel", "online")).orElseThrow();
    var inPerson = rules.forAnswers(Map.of("channel", "in-person")).orElseThrow();
    assertThat(online.dong()).isEqualTo(25_000);
    assertThat(inPerson.dong()).isEqualTo(50_000);
    assertThat(inPerson.time().unit()).isEqualTo(Procedure.TimeUnit.DAYS);
    assertThat(inPerson.time().note()).isEqualTo("Kể cả ngày nghỉ");
  }

  @Test
  void theLevelIsAskedForWhereThereAreSeveral() {
    var rules = rules("levels", "[\"COMMUNE\", \"MINISTRY\"]");

    assertThat(rules.questions()).extracting(Question::id).containsExactly("level");
    assertThat(rules.forAnswers(Map.of("level", "ministry")).orElseThrow().place().at())
        .isEqualTo(Office.CENTRAL);
  }

  @Test
  void aProcedureThatSaysAlmostNothingStillHasAList() {
    var rules = rules("channels", "[]");

    assertThat(rules.forAnswers(Map.of()).orElseThrow().time().amount()).isNull();
  }

  private static List<String> papers(ChecklistRules rules, String chosen) {
    return rules.forAnswers(Map.of("case", chosen)).orElseThrow().papers().stream()
        .map(Paper::name)
        .toList();
  }

  /** The usual procedure with one part replaced. */
  private static ChecklistRules rules(String part, String value) {
    var json = JsonMapper.builder().build();
    var tree = json.valueToTree(Procedures.named("9.900001", "Cấp giấy phép thử"));
    ((ObjectNode) tree).set(part, json.readTree(value));
    return RulesOfAnyProcedure.of(json.treeToValue(tree, Procedure.class));
  }
}
