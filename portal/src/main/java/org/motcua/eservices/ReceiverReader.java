package org.motcua.eservices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expressions;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.QuestionType;
import org.motcua.forms.ValueKind;
import org.motcua.forms.yaml.YamlMap;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.UnitLevel;

/** Reads under {@code receiver} which agency a dossier goes to. */
final class ReceiverReader {

  private static final String KEY = "receiver";

  private final FormDefinition form;
  private final Expressions expressions;
  private final Map<String, Function<YamlMap, Optional<Receiver>>> rules = new LinkedHashMap<>();

  ReceiverReader(FormDefinition form, Expressions expressions) {
    this.form = form;
    this.expressions = expressions;
    rules.put("committeeOfCommune", map -> committee(map, UnitLevel.COMMUNE));
    rules.put("committeeOfDistrict", map -> committee(map, UnitLevel.DISTRICT));
    rules.put("committeeOfProvince", map -> committee(map, UnitLevel.PROVINCE));
    rules.put("department", this::department);
    rules.put("agency", ReceiverReader::agency);
    rules.put("chosenBy", this::chosen);
  }

  /** One rule, or a list of cases each with its own. */
  Optional<Receiver> read(YamlMap service) {
    if (service.isList(KEY)) return cases(service);
    return read(service, KEY);
  }

  /** One rule under this key. */
  Optional<Receiver> read(YamlMap map, String key) {
    return map.map(key).flatMap(inner -> rule(inner, null));
  }

  private Optional<Receiver> cases(YamlMap service) {
    var maps = service.maps(KEY);
    var cases = new ArrayList<Receiver.Case>();
    for (int i = 0; i < maps.size(); i++) {
      var map = maps.get(i);
      var last = i == maps.size() - 1;
      var when = expressions.compileIfAny(map, "when", ValueKind.YES_NO).orElse(null);
      if (last == map.has("when")) {
        map.problem(
            "when",
            last
                ? "the last receiver is for all remaining cases, expected no 'when'"
                : "'when' is missing, expected the case in which this one receives");
      }
      rule(map, "when").ifPresent(to -> cases.add(new Receiver.Case(when, to)));
    }
    if (maps.isEmpty()) service.problem(KEY, "'receiver' is an empty list, expected a receiver");
    return maps.isEmpty() || cases.size() < maps.size()
        ? Optional.empty()
        : Optional.of(new Receiver.ByCase(cases));
  }

  /** Exactly one of the rules. */
  private Optional<Receiver> rule(YamlMap map, @Nullable String besides) {
    var given =
        map.keys().stream().filter(key -> !key.equals(besides)).filter(rules::containsKey).toList();
    for (var key : map.keys()) {
      if (!rules.containsKey(key) && !key.equals(besides)) {
        map.problem(key, "unknown key '" + key + "'; expected one of " + expected());
        return Optional.empty();
      }
    }
    if (given.size() != 1) {
      map.problem(given.isEmpty() ? "when" : given.get(1), "expected exactly one of " + expected());
      return Optional.empty();
    }
    return rules.getOrDefault(given.getFirst(), none -> Optional.empty()).apply(map);
  }

  private String expected() {
    return String.join(", ", rules.keySet());
  }

  private Optional<Receiver> committee(YamlMap map, UnitLevel level) {
    var key =
        switch (level) {
          case COMMUNE -> "committeeOfCommune";
          case DISTRICT -> "committeeOfDistrict";
          case PROVINCE -> "committeeOfProvince";
        };
    return place(map, key).map(place -> new Receiver.CommitteeOf(level, place));
  }

  private Optional<Receiver> department(YamlMap map) {
    var inner = map.map("department");
    if (inner.isEmpty()) return Optional.empty();
    var kind = inner.get().oneOf("kind", DepartmentKind.class, DepartmentKind.TRADE);
    var place = place(inner.get(), "provinceOf");
    inner.get().done();
    return place.map(where -> new Receiver.Department(kind, where));
  }

  private static Optional<Receiver> agency(YamlMap map) {
    var code = map.text("agency");
    var agency = AgencyId.parse(code);
    if (agency.isEmpty() && !code.isEmpty()) map.problem("agency", noAgency(code));
    return agency.map(Receiver.Named::new);
  }

  private Optional<Receiver> chosen(YamlMap map) {
    var id = map.text("chosenBy");
    var type = form.findQuestion(id).map(question -> question.type()).orElse(null);
    if (!(type instanceof QuestionType.OneOf oneOf)) {
      if (!id.isEmpty()) {
        map.problem(
            "chosenBy", "'" + id + "' is no one-of question of the form, whose choices are codes");
      }
      return Optional.empty();
    }
    Set<AgencyId> agencies = new HashSet<>();
    for (var choice : oneOf.choices()) {
      AgencyId.parse(choice.value())
          .ifPresentOrElse(
              agencies::add,
              () ->
                  map.problem(
                      "chosenBy",
                      "a choice of '" + id + "' is wrong: " + noAgency(choice.value())));
    }
    return Optional.of(new Receiver.ChosenBy(id, agencies));
  }

  private Optional<String> place(YamlMap map, String key) {
    var id = map.text(key);
    if (id.isEmpty()) return Optional.empty();
    if (tellsUnit(id)) return Optional.of(id);
    map.problem(
        key,
        "'"
            + id
            + "' is no address question of the form, nor a one-of question or computed text that"
            + " gives the code of a unit");
    return Optional.empty();
  }

  private boolean tellsUnit(String id) {
    return form.findQuestion(id)
        .map(
            question ->
                question.type() instanceof QuestionType.UnitAddress
                    || question.type() instanceof QuestionType.OneOf)
        .orElseGet(
            () ->
                form.computed().stream()
                    .anyMatch(value -> value.id().equals(id) && value.kind() == ValueKind.TEXT));
  }

  private static String noAgency(String code) {
    return "'" + code + "' is no agency's code, expected such as 000.00.00.G02";
  }
}
