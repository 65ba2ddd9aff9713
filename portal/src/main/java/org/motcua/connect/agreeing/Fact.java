package org.motcua.connect.agreeing;

import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.PersonalData;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;

/**
 * One thing that an agency may learn of somebody, as he sees it.
 *
 * @param value null where the account does not know it
 * @param given whether he has decided to give it
 * @param fresh whether he has decided about others before and not about this one
 */
public record Fact(
    PersonalData data, String label, @Nullable String value, boolean given, boolean fresh) {

  /** Whether it is something that the site may do, not something that it learns. */
  public boolean power() {
    return data == PersonalData.FILING;
  }

  /** Of a power one ticks its name and reads below what it means; of a fact, name and value. */
  public Choice choice(Page page) {
    var asNew = fresh ? page.t("connect.data.new.hint") : null;
    var said = String.valueOf(value);
    if (!power()) {
      return new Choice(data.name(), page.t("connect.data.with", label, said), asNew);
    }
    return new Choice(data.name(), label, asNew == null ? said : said + " " + asNew);
  }
}
