package org.motcua.catalogue.proposing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedures;
import org.motcua.catalogue.exchanging.national.LineReading;
import org.motcua.catalogue.exchanging.national.NationalJson;
import org.motcua.catalogue.exchanging.national.RealEntries;

class FormFieldsTest {

  /** Given by the national database, or by whoever publishes; nobody writes them. */
  private static final Set<String> NOT_WRITTEN =
      Set.of("nationalId", "nationalWording", "decision.agency");

  /** Of the decision, besides what the record holds. */
  private static final Set<String> OF_THE_DESK =
      Set.of("decision.effectiveFrom", "decision.reason");

  @Test
  void everyFieldOfAProcedureCanBeWritten() {
    var written = new TreeSet<String>();
    for (var section : Section.values()) {
      ProcedureForm.fields(section).forEach(field -> collect(field, "", written));
    }
    var held = new TreeSet<String>();
    for (var component : Procedure.class.getRecordComponents()) collect(component, "", held);

    held.removeAll(NOT_WRITTEN);
    written.removeAll(OF_THE_DESK);
    assertThat(written).isEqualTo(held);
  }

  @Test
  void whatIsReadFromAProcedureAndNotTouchedIsTheSameProcedure() {
    var procedure = Procedures.named("9.200000", "Cấp phép");

    assertThat(DraftText.of(procedure).toProcedure(null)).isEqualTo(procedure);
  }

  @Test
  void whatIsSentBackAsItWasShownIsTheSameProcedure() {
    var procedure = Procedures.named("9.200000", "Cấp phép");
    var draft = DraftText.of(procedure);

    for (var section : Section.values()) {
      draft = draft.with(section, FormBinding.bind(section, SentForm.of(draft, section)));
    }

    assertThat(draft.toProcedure(null)).isEqualTo(procedure);
  }

  /** With all their faults: an editor who mends one field changes nothing else. */
  @Test
  void everyRealEntryGoesThroughTheFormUnchanged() {
    for (var line : RealEntries.lines()) {
      if (!(NationalJson.read(line)
          instanceof LineReading.Understood(var raw, var procedure, var remarks))) {
        continue;
      }
      var draft = DraftText.of(procedure);
      for (var section : Section.values()) {
        draft = draft.with(section, FormBinding.bind(section, SentForm.of(draft, section)));
      }
      assertThat(draft.namesChangedSince(DraftText.of(procedure))).isEmpty();
      assertThat(draft.toProcedure(null)).isEqualTo(DraftText.of(procedure).toProcedure(null));
      assertThat(cleaned(draft.toProcedure(null).steps())).isEqualTo(cleaned(procedure.steps()));
    }
  }

  @Test
  void whatIsNoNumberAndNoDateStaysAsItWasTyped() {
    var typed =
        FormBinding.bind(Section.LAW, Map.of("legalBasis.0.of", List.of(" cuối năm 2014 ")));
    var draft = DraftText.EMPTY.with(Section.LAW, typed);

    assertThat(DraftText.read(draft.toJson()).fields())
        .isEqualTo(Map.of("legalBasis", List.of(Map.of("of", "cuối năm 2014"))));
    assertThat(draft.toProcedure(null).legalBasis()).isEmpty();
  }

  @Test
  void datesAndMoneyAreReadAsPeopleWriteThem() {
    var sent =
        Map.of(
            "channels.0.manner", List.of("POST"),
            "channels.0.timeLimits.0.fees.0.dong", List.of("135.000 đồng"),
            "channels.0.timeLimits.0.amount", List.of("5"),
            "channels.0.timeLimits.0.unit", List.of("WORKING_DAYS"));
    var draft =
        DraftText.EMPTY
            .with(Section.CHANNELS, FormBinding.bind(Section.CHANNELS, sent))
            .with(
                Section.DECISION,
                FormBinding.bind(
                    Section.DECISION, Map.of("decision.signedOn", List.of("5/1/2027"))));

    var limit = draft.toProcedure(null).channels().getFirst().timeLimits().getFirst();
    assertThat(limit.fees().getFirst().dong()).isEqualTo(135_000);
    assertThat(limit.amount()).isEqualTo(5);
    assertThat(draft.signedOn()).contains(java.time.LocalDate.of(2027, 1, 5));
  }

  @Test
  void rowsKeepTheirOrderBeyondTen() {
    var sent = new LinkedHashMap<String, List<String>>();
    for (var i = 11; i >= 0; i--) sent.put("steps.0.steps." + i, List.of("Bước " + i));
    var draft = DraftText.EMPTY.with(Section.STEPS, FormBinding.bind(Section.STEPS, sent));

    assertThat(draft.toProcedure(null).steps().getFirst().steps())
        .startsWith("Bước 0", "Bước 1", "Bước 2")
        .endsWith("Bước 10", "Bước 11");
  }

  @Test
  void rowsAreAddedMovedAndRemoved() {
    var bound = FormBinding.bind(Section.RESULTS, Map.of("results.0.name", List.of("Giấy phép")));

    assertThat(act("add", "results", bound)).contains("results.1");
    assertThat(act("up", "results.1", bound)).contains("results.0");
    assertThat(bound.get("results")).isEqualTo(List.of(Map.of(), Map.of("name", "Giấy phép")));
    assertThat(act("remove", "results.0", bound)).contains("results.0");
    assertThat(bound.get("results")).isEqualTo(List.of(Map.of("name", "Giấy phép")));
  }

  @Test
  void whatIsNoListOrNoRowOfTheFormIsLeftAlone() {
    var bound = FormBinding.bind(Section.RESULTS, Map.of("results.0.name", List.of("Giấy phép")));

    assertThat(act("add", "results.0.name", bound)).isEmpty();
    assertThat(act("add", "nonsense", bound)).isEmpty();
    assertThat(act("remove", "results.7", bound)).isEmpty();
    assertThat(act("remove", "../../etc", bound)).isEmpty();
    assertThat(bound.get("results")).isEqualTo(List.of(Map.of("name", "Giấy phép")));
  }

  @Test
  void ofTwoWhoChangedTheSameTextBothAreKept() {
    var base = DraftText.of(Procedures.named("9.200000", "Cấp phép"));
    var newest = base.with("summary", "Tóm tắt mới").with("name", "Tên của họ");
    var mine = base.with("name", "Tên của tôi").with("keywords", List.of("giấy phép con"));

    var merged = mine.mergedOnto(newest, base).toProcedure(null);

    assertThat(merged.summary()).isEqualTo("Tóm tắt mới");
    assertThat(merged.keywords()).containsExactly("giấy phép con");
    assertThat(merged.name()).isEqualTo("Tên của tôi");
  }

  /** Real entries write some letters as two signs; the form writes them as one. */
  private static String cleaned(List<Procedure.CaseSteps> steps) {
    return Typed.clean(steps.toString());
  }

  private static java.util.Optional<String> act(
      String button, String path, Map<String, Object> bound) {
    return RowAct.of(Map.of(button, List.of(path)))
        .flatMap(act -> act.applyTo(Section.RESULTS, bound));
  }

  private static void collect(FormField field, String prefix, Set<String> names) {
    var path = prefix + field.name();
    switch (field) {
      case FormField.Rows rows -> rows.fields().forEach(inner -> collect(inner, path + ".", names));
      case FormField.Group group ->
          group.fields().forEach(inner -> collect(inner, path + ".", names));
      default -> names.add(path);
    }
  }

  private static void collect(RecordComponent component, String prefix, Set<String> names) {
    var path = prefix + component.getName();
    var type = component.getType();
    if (List.class.isAssignableFrom(type)) {
      type =
          (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }
    var components = type.getRecordComponents();
    if (components == null || type.getSimpleName().equals("ProcedureCode")) {
      names.add(path);
    } else {
      Arrays.stream(components).forEach(inner -> collect(inner, path + ".", names));
    }
  }

  static {
    assertThat(Arrays.stream(Section.values()).map(Section::slug).collect(Collectors.toSet()))
        .hasSameSizeAs(Section.values());
  }
}
