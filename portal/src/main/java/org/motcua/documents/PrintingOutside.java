package org.motcua.documents;

import gg.jte.TemplateEngine;
import org.motcua.documents.printing.PrintPdf;

/** Printing for those who try a paper out: no database, no portal. */
public final class PrintingOutside {

  public static Printing with(TemplateEngine templates) {
    return new PrintPdf(templates);
  }

  private PrintingOutside() {}
}
