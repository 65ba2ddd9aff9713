package org.motcua.simulators.agency;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What tells one province's portal from another's to the eye.
 *
 * @param name of the portal, by language
 * @param accent colour of the bar and the buttons, and a darker one
 * @param emblem address of the picture beside the name
 * @param readsDossiers whether its dossiers are read from the national portal
 */
@ConfigurationProperties("agency")
public record Province(
    Map<String, String> name,
    String accent,
    String accentDark,
    String emblem,
    boolean readsDossiers) {

  public Province {
    check(accent);
    check(accentDark);
  }

  public String name(Locale locale) {
    return name.getOrDefault(locale.getLanguage(), name.getOrDefault("vi", ""));
  }

  /** Colours go into a style sheet: nothing but a colour may. */
  private static void check(String colour) {
    if (!colour.matches("#[0-9a-fA-F]{6}"))
      throw new IllegalArgumentException("Not a colour such as #075b88: " + colour);
  }
}
