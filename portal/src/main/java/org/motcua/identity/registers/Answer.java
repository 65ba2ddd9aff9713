package org.motcua.identity.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motcua.identity.model.CitizenId;
import tools.jackson.databind.JsonNode;

/**
 * An answer that is read strictly: what is missing, or of another kind, is the register's fault.
 */
final class Answer {

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final Register register;
  private final JsonNode json;

  Answer(Register register, JsonNode json) {
    if (!json.isObject()) throw new RegisterOutOfOrder(register, "no object");
    this.register = register;
    this.json = json;
  }

  boolean flag(String field) {
    var value = json.path(field);
    if (!value.isBoolean()) throw garbled(field);
    return value.booleanValue();
  }

  String text(String field) {
    return optionalText(field).orElseThrow(() -> garbled(field));
  }

  /** Absent, null and blank are the same: not said. */
  Optional<String> optionalText(String field) {
    var value = json.path(field);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isString()) throw garbled(field);
    return Optional.of(value.stringValue().strip()).filter(text -> !text.isEmpty());
  }

  Optional<CitizenId> optionalCitizenId(String field) {
    return optionalText(field)
        .map(
            text ->
                Optional.of(text)
                    .filter(digits -> DIGITS.matcher(digits).matches())
                    .flatMap(CitizenId::parse)
                    .orElseThrow(() -> garbled(field)));
  }

  CitizenId citizenId(String field) {
    return optionalCitizenId(field).orElseThrow(() -> garbled(field));
  }

  List<Answer> list(String field) {
    var value = json.path(field);
    if (!value.isArray()) throw garbled(field);
    var all = new ArrayList<Answer>();
    for (var each : value) all.add(new Answer(register, each));
    return all;
  }

  /** A register that knows nothing of somebody says nothing of him. */
  void saysNothingOf(String... fields) {
    for (var field : fields) {
      var value = json.path(field);
      var said =
          value.isBoolean() ? value.booleanValue() : !value.isMissingNode() && !value.isNull();
      if (said && !(value.isArray() && value.isEmpty())) throw contradictory(field);
    }
  }

  RegisterOutOfOrder contradictory(String field) {
    return new RegisterOutOfOrder(register, "contradicts itself in " + field);
  }

  private RegisterOutOfOrder garbled(String field) {
    return new RegisterOutOfOrder(register, "garbled in " + field);
  }
}
