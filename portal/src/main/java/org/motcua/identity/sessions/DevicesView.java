package org.motcua.identity.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of devices shows, in words.
 *
 * @param base address of this page
 * @param older address of the sign-ins before those shown
 */
public record DevicesView(
    String base,
    List<OpenRow> open,
    List<BrowserRow> browsers,
    List<SignInRow> signIns,
    @Nullable String newest,
    @Nullable String older) {

  /**
   * @param handle by which it is signed out
   */
  public record OpenRow(
      String browser,
      String network,
      String since,
      String lastUsed,
      boolean thisOne,
      String handle) {}

  public record BrowserRow(String browser, String trustedUntil, String handle) {}

  /**
   * @param how what was shown
   * @param failures how many wrong passwords; 0 for one that succeeded
   */
  public record SignInRow(
      String at, String browser, String network, String how, boolean newBrowser, int failures) {}

  public boolean othersOpen() {
    return open.stream().anyMatch(row -> !row.thisOne());
  }
}
