package org.motcua.identity.mandates.assisting;

import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.mandates.assisting.Assistance.Newcomer;
import org.motcua.identity.model.CitizenId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.DateParts;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/** What the officer types from the paper; of a newcomer only which one it was. */
public record PaperForm(String paper, String paperNumber, String paperName, DateParts paperBorn) {

  static final PaperForm EMPTY = new PaperForm(null, null, null, null);

  /** Identity papers an officer may have seen. */
  private static final Set<String> KINDS = Set.of("CCCD", "CMND", "PASSPORT");

  public PaperForm(
      @Nullable String paper,
      @Nullable String paperNumber,
      @Nullable String paperName,
      @Nullable DateParts paperBorn) {
    this.paper = paper != null && KINDS.contains(paper) ? paper : "NONE";
    this.paperNumber = paperNumber == null ? "" : paperNumber;
    this.paperName = paperName == null ? "" : paperName;
    this.paperBorn = paperBorn == null ? DateParts.EMPTY : paperBorn;
  }

  public boolean seen() {
    return KINDS.contains(paper);
  }

  /**
   * Only one that {@linkplain #errors says} what it should.
   *
   * @param newcomer whose facts were typed from the paper before; null: has an account
   */
  SeenPaper toPaper(@Nullable Newcomer newcomer) {
    return newcomer == null
        ? new SeenPaper(
            paper,
            CitizenId.parse(paperNumber).orElseThrow(),
            paperName.strip(),
            paperBorn.toDate().orElseThrow())
        : new SeenPaper(paper, new CitizenId(newcomer.number()), newcomer.name(), newcomer.born());
  }

  FieldErrors errors(Page page) {
    var errors = new ArrayList<FieldError>();
    var number = CitizenId.parse(paperNumber);
    var born = paperBorn.toDate();
    if (number.isEmpty()) errors.add(error(page, "paperNumber"));
    if (paperName.isBlank()) errors.add(error(page, "paperName"));
    if (born.isEmpty()) {
      errors.add(error(page, "paperBorn"));
    } else if (number.isPresent() && !number.get().fits(born.get())) {
      errors.add(new FieldError("paperBorn", page.t("identity.assisting.wrong.bornDoesNotFit")));
    }
    return new FieldErrors(errors);
  }

  private static FieldError error(Page page, String field) {
    return new FieldError(field, page.t("identity.assisting.wrong." + field));
  }

  @Override
  public String toString() {
    return "PaperForm";
  }
}
