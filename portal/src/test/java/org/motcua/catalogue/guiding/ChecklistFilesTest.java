package org.motcua.catalogue.guiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.motcua.catalogue.guiding.ChecklistFiles.Read;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class ChecklistFilesTest {

  /** A small file without a fault, in which tests put one. */
  private static final String GOOD =
      """
      procedure: "1.001193"
      questions:
        - id: who
          ask: Ai khai?
          choices: [{value: parent, label: Cha mẹ}, {value: other, label: Người khác}]
        - id: late
          ask: Quá hạn?
          choices: [{value: yes, label: Có}, {value: no, label: Không}]
          when: {who: parent}
      papers:
        - {id: declaration, name: Tờ khai, originals: 1}
        - {id: authorisation, name: Giấy ủy quyền, originals: 1, when: {who: other}}
      fees: [{dong: 0}]
      times: [{amount: 1, unit: WORKING_DAYS}]
      where: [{at: COMMUNE}]
      tests:
        - name: Cha mẹ
          answers: {who: parent, late: no}
          expect: {papers: [declaration], dong: 0, time: "1 WORKING_DAYS", at: COMMUNE}
      """;

  static Stream<Arguments> everyTestOfEveryFile() {
    return ChecklistFiles.files().stream()
        .flatMap(
            file ->
                rules(file).tests().stream()
                    .map(test -> arguments(file.getFilename(), test.name(), rules(file), test)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyTestOfEveryFile")
  void theFileKeepsItsOwnTest(String file, String name, ChecklistRules rules, RuleTest test) {
    assertThat(test.failures(rules)).isEmpty();
  }

  static Stream<Resource> files() {
    return ChecklistFiles.files().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theFileIsNamedAfterAProcedureOfTheSeed(Resource file) {
    assertThat(Objects.requireNonNull(file.getFilename()))
        .startsWith(rules(file).procedure().value());
    assertThat(new ClassPathResource("seed/catalogue/procedures/" + file.getFilename()).exists())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everythingIsSaidInBothLanguages(Resource file) {
    var rules = rules(file);
    var words =
        Stream.of(
                rules.questions().stream()
                    .flatMap(
                        question ->
                            Stream.concat(
                                Stream.of(question.words(), question.explained()),
                                question.choices().stream()
                                    .flatMap(it -> Stream.of(it.words(), it.explained())))),
                rules.papers().stream().flatMap(it -> Stream.of(it.words(), it.explained())),
                rules.fees().stream().map(ChecklistRules.Fee::words),
                rules.times().stream().map(ChecklistRules.Time::words),
                rules.where().stream()
                    .flatMap(it -> Stream.of(it.words(), it.officeWords(), it.question())),
                rules.notes().stream().map(ChecklistRules.Note::words))
            .flatMap(each -> each)
            .filter(Objects::nonNull);
    assertThat(words)
        .allSatisfy(each -> assertThat(each.english()).as(each.vietnamese()).isNotBlank());
  }

  @Test
  void thereAreRulesForTheProceduresThatDependOnThePerson() {
    assertThat(ChecklistFiles.files()).hasSizeGreaterThanOrEqualTo(15);
  }

  @Test
  void aFileWithoutFaultIsTakenIn() {
    assertThat(read(GOOD)).isInstanceOf(Read.Rules.class);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            "when: {who: other}",
            "when: {whose: other}",
            "no question 'whose' above it; expected one of who, late"),
        arguments(
            "when: {who: other}",
            "when: {who: uncle}",
            "'uncle' is no answer to 'who'; expected one of parent, other"),
        arguments(
            "when: {who: parent}",
            "when: {late: yes}",
            "question 'late': no question 'late' above it"),
        arguments(
            "at: COMMUNE}]",
            "at: VILLAGE}]",
            "'at: VILLAGE'; expected one of PROVINCE, DISTRICT, COMMUNE"),
        arguments(
            "at: COMMUNE}]",
            "at: COMMUNE, when: {who: other}}]",
            "no place for {who=parent, late=yes}"),
        arguments(
            "unit: WORKING_DAYS}]",
            "unit: WORKING_DAYS, when: {late: no}}]",
            "no time for {who=other}"),
        arguments("{dong: 0}", "{dong: 0, when: {who: parent}}", "no fee for {who=other}"),
        arguments("id: authorisation", "id: declaration", "paper 'declaration' is there twice"),
        arguments("id: who", "id: place", "this id is taken by the page itself"),
        arguments("id: who", "id: Who?", "expected small letters, digits and hyphens"),
        arguments("{value: other,", "{value: parent,", "has the choice 'parent' twice"),
        arguments(
            "when: {who: other}}",
            "when: {who: other, late: yes}}",
            "paper 'authorisation' is needed on no way"),
        arguments(
            "papers: [declaration]",
            "papers: [authorisation]",
            "test 'Cha mẹ' expects papers [authorisation], but gets [declaration]"),
        arguments(
            "answers: {who: parent, late: no}",
            "answers: {who: parent}",
            "question 'late' has no answer out of its choices"),
        arguments(
            "answers: {who: parent, late: no}",
            "answers: {who: other, late: no}",
            "answers 'late', which is not asked"),
        arguments("amount: 1, ", "", "expected both amount and unit"),
        arguments("fees:", "fee:", "fee"),
        arguments("ask: Ai khai?", "hint: Ai khai?", "'ask' is missing"),
        arguments("procedure: \"1.001193\"", "procedure: khai-sinh", "Not a procedure's code"),
        arguments("questions:", "questions: [", "line "));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("faults")
  void aFaultIsToldWithWhatWasExpected(String right, String wrong, String told) {
    assertThat(GOOD).contains(right);
    var faults = faults(GOOD.replace(right, wrong));
    assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(told));
  }

  private static List<String> faults(String text) {
    return read(text) instanceof Read.Faulty(var faults) ? faults : List.of();
  }

  private static Read read(String text) {
    return ChecklistFiles.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
  }

  static ChecklistRules rules(Resource file) {
    return switch (ChecklistFiles.read(file)) {
      case Read.Rules(var rules) -> rules;
      case Read.Faulty(var faults) -> throw new AssertionError(file + ": " + faults);
    };
  }
}
