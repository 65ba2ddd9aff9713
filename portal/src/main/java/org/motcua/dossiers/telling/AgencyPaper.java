package org.motcua.dossiers.telling;

import java.util.Arrays;
import java.util.Optional;
import org.motcua.dossiers.model.Dossier;

/** A paper that an agency makes out for one dossier, after Circular 01/2018/TT-VPCP. */
public enum AgencyPaper {
  /** Form 01. */
  RECEIPT("receipt", "giay-tiep-nhan"),
  /** Form 02. */
  ADDITIONS("addition-request", "yeu-cau-bo-sung"),
  /** Form 03. */
  REFUSAL("refusal", "tu-choi"),
  /** Form 04. */
  APOLOGY("apology", "xin-loi-va-hen-lai"),
  /** Form 05; it stays with the agency. */
  CONTROL_SHEET("control-sheet", "phieu-kiem-soat");

  private final String address;
  private final String file;

  AgencyPaper(String address, String file) {
    this.address = address;
    this.file = file;
  }

  /** As it is called in an address, such as {@code receipt}. */
  public String address() {
    return address;
  }

  /** As it is called on somebody's disk. */
  public String fileName(Dossier dossier) {
    return file + "-" + dossier.submittedCode() + ".pdf";
  }

  /** The message that names it. */
  public String key() {
    return "dossiers.form." + address.replace('-', '_');
  }

  public boolean forApplicant() {
    return this != CONTROL_SHEET;
  }

  public static Optional<AgencyPaper> at(String address) {
    return Arrays.stream(values()).filter(paper -> paper.address.equals(address)).findFirst();
  }
}
