package org.motcua.platform.web.ui;

/** Colours of tags, by what they tell; the words always say it too. */
public enum TagColour {
  GREY,
  BLUE,
  GOLD,
  ORANGE,
  RED,
  GREEN,
  TURQUOISE,
  PURPLE;

  public String css() {
    return switch (this) {
      case GREY -> "govuk-tag govuk-tag--grey";
      case BLUE -> "govuk-tag govuk-tag--blue";
      case GOLD -> "govuk-tag govuk-tag--yellow";
      case ORANGE -> "govuk-tag govuk-tag--orange";
      case RED -> "govuk-tag govuk-tag--red";
      case GREEN -> "govuk-tag govuk-tag--green";
      case TURQUOISE -> "govuk-tag govuk-tag--turquoise";
      case PURPLE -> "govuk-tag govuk-tag--purple";
    };
  }
}
