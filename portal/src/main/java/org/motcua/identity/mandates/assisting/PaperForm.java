package org.motcua.identity.mandates.assisting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.mandates.assisting.Assistance.Newcomer;
import org.motcua.identity.model.CitizenId;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.DateParts;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;

/** What the officer types from the paper; of a newcomer only which one it was. */
public record PaperForm(
    String paper, String paperNumber, String paperName, DateParts paperBorn, Boolean corrects) {

  static final PaperForm EMPTY = new PaperForm(null, null, null, null, null);

  /** Identity papers an officer may have seen. */
  private static final Set<String> KINDS = Set.of("CCCD", "CMND", "PASSPORT");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final int LONGEST_NAME = 200;

  public PaperForm(
      @Nullable String paper,
      @Nullable String paperNumber,
      @Nullable String paperName,
      @Nullable DateParts paperBorn,
      @Nullable Boolean corrects) {
    this.paper = paper != null && KINDS.contains(paper) ? paper : "NONE";
    this.paperNumber = paperNumber == null ? "" : paperNumber;
    this.paperName = paperName == null ? "" : tidy(paperName);
    this.paperBorn = paperBorn == null ? DateParts.EMPTY : paperBorn;
    this.corrects = Boolean.TRUE.equals(corrects);
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
            paperName,
            paperBorn.toDate().orElseThrow(),
            corrects)
        : new SeenPaper(
            paper, new CitizenId(newcomer.number()), newcomer.name(), newcomer.born(), false);
  }

  FieldErrors errors(Page page) {
    var errors = new ArrayList<FieldError>();
    var number = CitizenId.parse(paperNumber);
    var born = paperBorn.toDate();
    if (number.isEmpty()) errors.add(error(page, "paperNumber"));
    if (paperName.isEmpty() || paperName.length() > LONGEST_NAME)
      errors.add(error(page, "paperName"));
    if (born.isEmpty()) {
      errors.add(error(page, "paperBorn"));
    } else if (number.isPresent() && !number.get().fits(born.get())) {
      errors.add(new FieldError("paperBorn", page.t("identity.assisting.wrong.bornDoesNotFit")));
    }
    return new FieldErrors(errors);
  }

  /** As it will be printed where it puts an account right: composed letters, single spaces. */
  private static String tidy(String typed) {
    return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  private static FieldError error(Page page, String field) {
    return new FieldError(field, page.t("identity.assisting.wrong." + field));
  }

  @Override
  public String toString() {
    return "PaperForm";
  }
}
