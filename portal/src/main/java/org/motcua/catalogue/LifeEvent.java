package org.motcua.catalogue;

import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.Tile;

/** A moment in life or in business for which people look up procedures: "a child is born". */
public record LifeEvent(
    String slug,
    Side side,
    String name,
    String nameEnglish,
    String about,
    String aboutEnglish,
    String searchFor) {

  public enum Side {
    CITIZENS,
    BUSINESSES
  }

  public String name(Language language) {
    return language == Language.ENGLISH ? nameEnglish : name;
  }

  public String about(Language language) {
    return language == Language.ENGLISH ? aboutEnglish : about;
  }

  /** Its page: what it asks of people, step by step. */
  public String address() {
    return "/life-events/" + slug;
  }

  public Tile tile(Language language) {
    return new Tile(slug, name(language), about(language), address());
  }
}
