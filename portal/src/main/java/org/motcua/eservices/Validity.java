package org.motcua.eservices;

import java.time.Period;
import org.motcua.platform.web.Page;

/** Says how long a result holds. */
public final class Validity {

  public static String text(Period period, Page page) {
    if (period.getYears() > 0) return page.t("eservices.result.validYears", period.getYears());
    if (period.getMonths() > 0) return page.t("eservices.result.validMonths", period.getMonths());
    return page.t("eservices.result.validDays", period.getDays());
  }

  private Validity() {}
}
