package org.motcua.catalogue.exchanging.national;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Whether two pieces of JSON say the same: what is absent, null, an empty text or an empty list
 * says nothing, and a number may be written as a text.
 */
final class SameMeaning {

  static boolean of(@Nullable JsonNode one, @Nullable JsonNode other) {
    return same(
        one == null ? MissingNode.getInstance() : one,
        other == null ? MissingNode.getInstance() : other);
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (saysNothing(one) || saysNothing(other)) return saysNothing(one) && saysNothing(other);
    if (one.isObject() && other.isObject()) return sameFields(one, other);
    if (one.isArray() && other.isArray()) return sameElements(one, other);
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.isValueNode() && other.isValueNode() && one.asString().equals(other.asString());
  }

  private static boolean sameFields(JsonNode one, JsonNode other) {
    var names = new HashSet<String>(one.propertyNames());
    names.addAll(other.propertyNames());
    return names.stream().allMatch(name -> of(one.get(name), other.get(name)));
  }

  private static boolean sameElements(JsonNode one, JsonNode other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> of(one.get(i), other.get(i)));
  }

  private static boolean saysNothing(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || node.isContainer() && node.isEmpty()
        || node.isString() && node.stringValue().isEmpty();
  }

  private SameMeaning() {}
}
