package org.motcua.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.PublicPages;
import org.springframework.stereotype.Component;

/** The few pages that are about the portal itself. */
@Component
class PagesOfThePortal implements PublicPages {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/procedures",
          "/services",
          "/bills",
          "/bills/fines",
          "/bills/electricity",
          "/bills/water",
          "/bills/judicial",
          "/bills/insurance",
          "/open-data",
          "/help",
          "/help/account",
          "/about",
          "/accessibility",
          "/privacy");

  @Override
  public String kind() {
    return "portal";
  }

  @Override
  public List<String> paths(@Nullable String after, int limit) {
    var begin = after == null ? 0 : PAGES.indexOf(after) + 1;
    return PAGES.stream().skip(begin).limit(limit).toList();
  }
}
