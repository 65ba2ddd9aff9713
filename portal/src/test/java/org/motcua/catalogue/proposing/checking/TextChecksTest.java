package org.motcua.catalogue.proposing.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.FormBinding;
import org.motcua.catalogue.proposing.text.Section;

class TextChecksTest {

  @Test
  void aCompleteTextHasNoFault() {
    assertThat(TextChecks.check(Kind.NEW, complete())).isEmpty();
  }

  /** Decree 63/2010: the seven parts that no published procedure may lack. */
  @ParameterizedTest
  @CsvSource({
    "name, missing",
    "steps, part.steps",
    "channels, part.channels",
    "papers, part.papers",
    "sets, missing",
    "audiences, part.audiences",
    "agencies, part.executing"
  })
  void noneOfTheSevenPartsMayBeMissing(String part, String finding) {
    assertThat(keys(complete().without(part))).contains(finding);
  }

  @Test
  void aChannelWithoutATimeLimitIsNotEnough() {
    assertThat(
            keys(
                complete()
                    .with(
                        "channels",
                        List.of(Map.of("manner", "IN_PERSON", "timeLimits", List.of(Map.of()))))))
        .containsExactly("part.time");
  }

  @Test
  void aStepOfSpacesIsNoStep() {
    assertThat(keys(complete().with("steps", List.of(Map.of("steps", List.of("   ", ""))))))
        .containsExactly("part.steps");
  }

  @Test
  void whatIsNoNumberNoDateAndNoWebAddressIsSaidWhereItStands() {
    var text =
        complete()
            .with(
                "papers",
                List.of(
                    Map.of(
                        "papers",
                        List.of(
                            Map.of(
                                "name",
                                "Đơn",
                                "originals",
                                "một",
                                "formAddress",
                                "javascript:alert(1)")))))
            .with("legalBasis", List.of(Map.of("number", "1", "name", "Luật", "of", "31/02/2020")));

    assertThat(TextChecks.check(Kind.NEW, text))
        .extracting(Finding::key, Finding::path)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("number", "papers.0.papers.0.originals"),
            org.assertj.core.api.Assertions.tuple("address", "papers.0.papers.0.formAddress"),
            org.assertj.core.api.Assertions.tuple("date", "legalBasis.0.of"));
    assertThat(text.toProcedure(null).papers().getFirst().papers().getFirst().formAddress())
        .isNull();
  }

  @Test
  void aRowThatSaysSomethingSaysItsName() {
    var results = List.of(Map.of("code", "KQ.G15.000031"), Map.of(), Map.of("name", ""));
    assertThat(TextChecks.check(Kind.NEW, complete().with("results", results)))
        .extracting(Finding::path)
        .containsExactly("results.0.name");
  }

  @Test
  void aNewProcedureHasANationalCode() {
    assertThat(keys(complete().with("code", "1.2"))).containsExactly("code.shape");
    assertThat(keys(complete().with("code", "9.200001.000.00.00.H49")))
        .containsExactly("code.national");
  }

  @Test
  void relatedProceduresAreNamedByTheirCodes() {
    assertThat(keys(complete().with("related", List.of("1.000894", "hôn nhân"))))
        .containsExactly("codes");
  }

  @Test
  void ofAnAbolitionOnlyTheDecisionCounts() {
    assertThat(TextChecks.check(Kind.ABOLITION, DraftText.EMPTY.with("decision", decision())))
        .isEmpty();
    assertThat(TextChecks.check(Kind.ABOLITION, DraftText.EMPTY))
        .extracting(Finding::path)
        .containsExactlyInAnyOrder(
            "decision.number", "decision.signedOn", "decision.effectiveFrom", "decision.reason");
  }

  @Test
  void aTextBeyondItsLengthIsRefusedAndNotCut() {
    var text = complete().with("name", "ă".repeat(1001));
    assertThat(keys(text)).containsExactly("long");
    assertThat(text.name()).hasSize(1001);
  }

  private static TreeSet<String> keys(DraftText text) {
    var keys = new TreeSet<String>();
    TextChecks.check(Kind.NEW, text).forEach(finding -> keys.add(finding.key()));
    return keys;
  }

  private static DraftText complete() {
    return DraftText.of(Procedures.named("9.200001", "Cấp phép")).with("decision", decision());
  }

  private static Map<String, Object> decision() {
    return FormBinding.bind(
            Section.DECISION,
            Map.of(
                "decision.number", List.of("1/QĐ-BTP"),
                "decision.signedOn", List.of("01/12/2026"),
                "decision.effectiveFrom", List.of("01/02/2027"),
                "decision.reason", List.of("Luật mới")))
        .entrySet()
        .stream()
        .map(entry -> (Map<String, Object>) entry.getValue())
        .findFirst()
        .orElseThrow();
  }
}
