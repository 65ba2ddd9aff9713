package org.motcua.identity.codes;

import org.motcua.identity.codes.Codes.Checked;
import org.motcua.platform.web.Page;

/** Says what is wrong with a typed code. */
public final class CodeWords {

  /**
   * @param why anything but right; who has no code on its way needs a new one
   */
  public static String of(Checked why, Page page) {
    return switch (why) {
      case Checked.NotSixDigits() -> page.t("identity.code.notSixDigits");
      case Checked.Wrong(var left) -> page.t("identity.code.wrong", left);
      case Checked.TooManyTries() -> page.t("identity.code.tooManyTries");
      case Checked.Expired(), Checked.Nothing(), Checked.Right(), Checked.RightAgain() ->
          page.t("identity.code.expired");
    };
  }

  private CodeWords() {}
}
