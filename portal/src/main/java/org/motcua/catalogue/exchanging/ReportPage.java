package org.motcua.catalogue.exchanging;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.NavLink;
import org.motcua.platform.web.ui.TagColour;

/** A part of an import's report, as its page shows it. */
public record ReportPage(
    Import one, Shown show, List<ReportLine> lines, @Nullable Integer nextAfter) {

  static ReportPage of(Import one, Shown show, List<ReportLine> found, int perPage) {
    var shown = found.subList(0, Math.min(perPage, found.size()));
    return new ReportPage(
        one, show, shown, found.size() > perPage ? shown.getLast().number() : null);
  }

  public String title(Page page) {
    var name = one.fileName();
    return name == null || name.isBlank() ? page.t("catalogue.imports.byMachine") : name;
  }

  public String address() {
    return ImportsController.PATH + "/" + one.id();
  }

  public String csv() {
    return address() + "/report.csv?show=" + show;
  }

  public @Nullable String next() {
    return nextAfter == null ? null : address() + "?show=" + show + "&after=" + nextAfter;
  }

  public List<NavLink> parts(Page page) {
    return Arrays.stream(Shown.values())
        .map(
            it ->
                new NavLink(
                    page.t("catalogue.imports.show." + it),
                    address() + "?show=" + it,
                    it == show,
                    (long) count(it)))
        .toList();
  }

  private int count(Shown part) {
    var counts = one.counts();
    return switch (part) {
      case ALL -> counts.created() + counts.changed() + counts.unchanged() + counts.refused();
      case CREATED -> counts.created();
      case CHANGED -> counts.changed();
      case UNCHANGED -> counts.unchanged();
      case REFUSED -> counts.refused();
      case REMARKED -> counts.remarked();
    };
  }

  public static TagColour colour(Outcome outcome) {
    return switch (outcome) {
      case CREATED -> TagColour.GREEN;
      case CHANGED -> TagColour.BLUE;
      case UNCHANGED -> TagColour.GREY;
      case REFUSED -> TagColour.RED;
    };
  }

  public static TagColour colour(Import.State state) {
    return switch (state) {
      case WAITING -> TagColour.GREY;
      case RUNNING -> TagColour.GOLD;
      case FINISHED -> TagColour.GREEN;
    };
  }
}
