package org.motcua.catalogue.searching;

/** Text as the search compares it where accents do not count. */
public final class FoldedText {

  /** {@code Giấy khai sinh!} → {@code giay khai sinh}. */
  public static String of(String text) {
    return VietnameseAnalysis.folded(text);
  }

  private FoldedText() {}
}
