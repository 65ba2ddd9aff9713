package org.motcua.catalogue.guiding;

import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.guiding.LifeEventGuide.Step;
import org.motcua.platform.web.Language;

/**
 * A step as its page shows it.
 *
 * @param procedure null where the step is done without one, or the catalogue no longer has it
 * @param online where it can be applied for
 */
public record GuidedStep(Step step, @Nullable Procedure procedure, @Nullable String online) {

  public String title(Language language) {
    var named = step.named();
    if (named != null) return named.in(language);
    return procedure == null ? String.valueOf(step.procedure()) : procedure.name(language);
  }
}
