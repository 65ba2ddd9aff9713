package org.motcua.platform.web.ui;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A question and its answer; with an action, the way to change it. */
public record SummaryRow(
    String key, @Nullable String value, @Nullable Content content, @Nullable Action action) {

  /** {@code hidden} finishes the link's words for those who hear it: "Change" + "date of birth". */
  public record Action(String text, String href, String hidden) {}

  public static SummaryRow of(String key, @Nullable String value) {
    return new SummaryRow(key, value, null, null);
  }

  public static SummaryRow rich(String key, Content content) {
    return new SummaryRow(key, null, content, null);
  }

  public SummaryRow withAction(String text, String href) {
    return new SummaryRow(key, value, content, new Action(text, href, key));
  }
}
