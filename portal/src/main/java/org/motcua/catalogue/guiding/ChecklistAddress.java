package org.motcua.catalogue.guiding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.motcua.catalogue.ProcedureCode;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a checklist holds all that was answered: it can be shared, printed and gone back
 * from, and nobody's answers are stored.
 *
 * @param place as the unit picker names its parts; {@code place=any} for no place
 */
public record ChecklistAddress(
    ProcedureCode code, Map<String, String> answers, Map<String, String> place) {

  static final String PLACE = "place";
  static final String ANY_PLACE = "any";
  static final String PROVINCE = "place.province";
  static final String DISTRICT = "place.district";
  static final String COMMUNE = "place.commune";

  /** The question to ask although it is answered. */
  static final String ASK = "ask";

  /** The question that the form was about which was just sent. */
  static final String ASKED = "asked";

  /** Without JavaScript: the picker's button that fetches the units of the next level. */
  static final String UPDATE = "_update";

  /** What a question may not be called. */
  static final Set<String> RESERVED = Set.of(PLACE, ASK, ASKED, "lang");

  public String path() {
    return "/procedures/" + code + "/checklist";
  }

  public String procedure() {
    return "/procedures/" + code;
  }

  public String here() {
    return build(Map.of());
  }

  /** All answers as they are, but this one asked again. */
  public String askingAgain(String question) {
    return build(Map.of(ASK, question));
  }

  private String build(Map<String, String> besides) {
    var address = UriComponentsBuilder.fromPath(path());
    var values = new LinkedHashMap<>(answers);
    values.putAll(place);
    values.putAll(besides);
    var variables = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) -> {
          address.queryParam(name, "{" + name + "}");
          variables.put(name, value);
        });
    return address.encode().buildAndExpand(variables).toUriString();
  }
}
