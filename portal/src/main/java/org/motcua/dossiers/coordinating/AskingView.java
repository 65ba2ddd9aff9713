package org.motcua.dossiers.coordinating;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.FieldError;

/**
 * The page on which others are asked.
 *
 * @param agencies his own, those above it and those just found
 * @param refusal why it was not asked
 */
public record AskingView(
    Dossier dossier,
    String service,
    AskingForm form,
    List<Choice> agencies,
    List<Choice> roles,
    List<Choice> papers,
    List<FieldError> errors,
    @Nullable String refusal) {

  public @Nullable String errorOf(String field) {
    return errors.stream()
        .filter(error -> error.fieldId().equals(field))
        .map(FieldError::text)
        .findFirst()
        .orElse(null);
  }
}
