package org.motcua.payments.gateway.vietqr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages as they are kept: of whose account it is, no more than the end. */
@Component("vietqrShown")
class Shown {

  private static final String HIDDEN = "•••";
  private static final int END = 4;
  private static final List<String> PEOPLE = List.of("from", "to");

  private final JsonMapper json;

  Shown(JsonMapper json) {
    this.json = json;
  }

  /**
   * @param message anything that is written as JSON
   */
  String of(Object message) {
    var tree = json.valueToTree(message).deepCopy();
    for (var who : PEOPLE) {
      if (tree.path(who) instanceof ObjectNode person) hide(person);
    }
    return json.writeValueAsString(tree);
  }

  /** What is no message is kept as it came. */
  String ofBody(byte[] body) {
    try {
      var tree = json.readTree(body);
      if (tree != null && tree.isObject()) return of(tree);
    } catch (JacksonException e) {
      // As it came.
    }
    return new String(body, UTF_8);
  }

  private static void hide(ObjectNode person) {
    var account = person.path("account").asString("");
    if (account.length() > END) {
      person.put("account", HIDDEN + account.substring(account.length() - END));
    }
    if (person.has("name")) person.put("name", HIDDEN);
  }
}
