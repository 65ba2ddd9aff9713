package org.motcua.dossiers.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.PaperKind;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.DateParts;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/** What its owner types about a paper. */
public record PaperForm(String name, String kind, DateParts until) {

  static final PaperForm EMPTY = new PaperForm(null, null, null);

  public PaperForm(@Nullable String name, @Nullable String kind, @Nullable DateParts until) {
    this.name = name == null ? "" : name.strip();
    this.kind = kind == null ? "" : kind;
    this.until = until == null ? DateParts.EMPTY : until;
  }

  static PaperForm of(KeptPaper paper) {
    return new PaperForm(paper.name(), paper.kind().name(), DateParts.of(paper.validUntil()));
  }

  public static List<Choice> kinds(Page page) {
    return Arrays.stream(PaperKind.values())
        .map(kind -> new Choice(kind.name(), page.t(kind.messageKey())))
        .toList();
  }

  /**
   * @param nameNeeded a new paper is called as its file is, where nobody says otherwise
   */
  FieldErrors faults(Page page, boolean nameNeeded) {
    var faults = new ArrayList<FieldError>();
    if (nameNeeded && name.isEmpty()) {
      faults.add(new FieldError("name", page.t("dossiers.store.fault.name")));
    } else if (name.length() > KeptPaper.LONGEST_NAME) {
      faults.add(
          new FieldError("name", page.t("dossiers.store.fault.long", KeptPaper.LONGEST_NAME)));
    }
    if (!until.isEmpty() && until.toDate().isEmpty()) {
      faults.add(new FieldError("until", page.t("dossiers.store.fault.until")));
    }
    return new FieldErrors(faults);
  }

  NewPaper toPaper(String nameOtherwise) {
    return new NewPaper(
        name.isEmpty() ? PaperNames.shortened(nameOtherwise) : name,
        Arrays.stream(PaperKind.values())
            .filter(each -> each.name().equals(kind))
            .findFirst()
            .orElse(PaperKind.OTHER),
        until.toDate().orElse(null));
  }
}
