package org.motcua.forms;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place down to the commune, by official codes; a part not known is empty.
 *
 * @param street house, street, village: all below the commune
 */
public record Address(String province, String district, String commune, String street) {

  static Address of(Map<?, ?> parts) {
    return new Address(
        part(parts, "province"),
        part(parts, "district"),
        part(parts, "commune"),
        part(parts, "street"));
  }

  Map<String, String> asMap() {
    var parts = new LinkedHashMap<String, String>();
    put(parts, "province", province);
    put(parts, "district", district);
    put(parts, "commune", commune);
    put(parts, "street", street);
    return parts;
  }

  private static String part(Map<?, ?> parts, String name) {
    return parts.get(name) instanceof String text ? text : "";
  }

  private static void put(Map<String, String> parts, String name, String value) {
    if (!value.isEmpty()) parts.put(name, value);
  }
}
