package org.motcua.payments.gateway.platform;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages as they are kept: without marks that prove their sender, and without whose ID it is. */
@Component("platformMasked")
class Masked {

  private static final String HIDDEN = "•••";
  private static final int SHOWN = 3;

  private static final Set<String> SECRET = Set.of(Seal.FIELD, "DiaChiNguoiNop");
  private static final Set<String> NUMBER = Set.of("SoCMNDNguoiNop");
  private static final Set<String> FILE = Set.of(FetchPlatformBill.CONTENT);

  private final JsonMapper json;

  Masked(JsonMapper json) {
    this.json = json;
  }

  /**
   * @param message anything that is written as JSON
   */
  String of(Object message) {
    var tree = json.valueToTree(message).deepCopy();
    hide(tree);
    return json.writeValueAsString(tree);
  }

  /** What is no message is kept as it came. */
  String ofBody(byte[] body) {
    return Message.read(body, json).isPresent()
        ? of(json.readTree(body))
        : new String(body, StandardCharsets.UTF_8);
  }

  private static void hide(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var name : object.propertyNames().stream().toList()) {
        var value = object.path(name);
        if (SECRET.contains(name)) {
          object.put(name, HIDDEN);
        } else if (NUMBER.contains(name)) {
          object.put(name, end(value.asString("")));
        } else if (FILE.contains(name)) {
          object.put(name, "(" + value.asString("").length() + ")");
        } else {
          hide(value);
        }
      }
    } else {
      node.forEach(Masked::hide);
    }
  }

  private static String end(String number) {
    return number.length() <= SHOWN * 2
        ? HIDDEN
        : HIDDEN + number.substring(number.length() - SHOWN);
  }
}
