package org.motcua.connect.providing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code claims} parameter (OpenID Connect Core 5.5): single claims that a client asks for, by
 * the place where it wants them.
 */
public final class AskedClaims {

  private static final JsonMapper JSON = new JsonMapper();

  private final @Nullable JsonNode asked;

  private AskedClaims(@Nullable JsonNode asked) {
    this.asked = asked;
  }

  /** What cannot be read asks for nothing. */
  public static AskedClaims of(@Nullable String parameter) {
    if (parameter == null || parameter.isBlank()) return new AskedClaims(null);
    try {
      return new AskedClaims(JSON.readTree(parameter));
    } catch (JacksonException notJson) {
      return new AskedClaims(null);
    }
  }

  Set<String> inUserInfo() {
    return names("userinfo");
  }

  Set<String> inIdToken() {
    return names("id_token");
  }

  /** Levels of assurance that it asks for as {@code acr}, the preferred first. */
  public List<String> levels() {
    var acr = asked == null ? null : asked.path("id_token").path("acr");
    if (acr == null) return List.of();
    var levels = new ArrayList<String>();
    if (acr.path("value").isString()) levels.add(acr.path("value").stringValue());
    acr.path("values").forEach(value -> levels.add(value.asString()));
    return levels;
  }

  private Set<String> names(String place) {
    var names = new TreeSet<String>();
    if (asked != null) names.addAll(asked.path(place).propertyNames());
    return names;
  }
}
