package org.motcua.catalogue.proposing.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of the form, in their order. */
public enum Section {
  NAMES,
  WHO,
  STEPS,
  CHANNELS,
  PAPERS,
  RESULTS,
  LAW,
  AGENCIES,
  RELATED,
  FINDING,
  /** The facts of the decision; of an abolition there is nothing else to write. */
  DECISION;

  /** As it stands in addresses. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Section> parse(String slug) {
    return Stream.of(values()).filter(section -> section.slug().equals(slug)).findFirst();
  }
}
