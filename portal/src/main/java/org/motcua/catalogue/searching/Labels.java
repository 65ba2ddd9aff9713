package org.motcua.catalogue.searching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.platform.web.Language;

/** What the values of filters are called: fields by code, agencies by name. */
final class Labels {

  private final Map<String, Procedure.Field> fields = new ConcurrentHashMap<>();
  private final Map<String, String> agencies = new ConcurrentHashMap<>();

  void learn(Procedure procedure) {
    fields.put(procedure.field().code(), procedure.field());
    Dimension.agencies(procedure)
        .map(agency -> agency.name().strip())
        .forEach(name -> agencies.putIfAbsent(VietnameseAnalysis.folded(name), name));
  }

  @Nullable String field(String code, Language language) {
    var field = fields.get(code);
    if (field == null) return null;
    return language == Language.ENGLISH && field.nameEnglish() != null
        ? field.nameEnglish()
        : field.name();
  }

  /**
   * @param folded as {@link Dimension#AGENCY} has it
   */
  @Nullable String agency(String folded) {
    return agencies.get(folded);
  }
}
