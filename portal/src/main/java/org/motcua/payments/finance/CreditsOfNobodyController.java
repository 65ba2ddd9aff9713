package org.motcua.payments.finance;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.payments.gateway.vietqr.UnknownCredits;
import org.motcua.payments.gateway.vietqr.UnknownCredits.Returned;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Transfers that name nothing that we know: somebody finds out what they are for. */
@Controller
@RequestMapping(CreditsOfNobodyController.PATH)
class CreditsOfNobodyController {

  static final String PATH = "/desk/payments/credits";

  private static final String ONE = "/{id:[0-9A-Za-z._-]{1,64}}";
  private static final int MOST = 200;

  private final Accountants accountants;
  private final UnknownCredits credits;

  CreditsOfNobodyController(Accountants accountants, UnknownCredits credits) {
    this.accountants = accountants;
    this.credits = credits;
  }

  /** What came of an act; the words are {@code payments.credits.told.*}. */
  enum Did {
    ASSIGNED(true),
    RETURNED(true),
    NOT_ASSIGNED(false),
    NUMBER_MISSING(false),
    NOT_NOW(false);

    private final boolean done;

    Did(boolean done) {
      this.done = done;
    }

    boolean done() {
      return done;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable Did told,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    model.addAttribute("office", accountants.officeOfAll(user));
    model.addAttribute("told", told == null ? null : told.word());
    model.addAttribute("done", told != null && told.done());
    model.addAttribute("rows", credits.list(MOST));
    return "payments/finance/credits";
  }

  /**
   * @param words in which the reference stands that the payer should have written
   */
  @PostMapping(ONE + "/purpose")
  String assign(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal CurrentUser user) {
    accountants.officeOfAll(user);
    return to(credits.assign(id, words, user.actor()) ? Did.ASSIGNED : Did.NOT_ASSIGNED);
  }

  /**
   * @param number of the transfer by which it went back
   */
  @PostMapping(ONE + "/return")
  String returned(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String number,
      @AuthenticationPrincipal CurrentUser user) {
    accountants.officeOfAll(user);
    return to(
        switch (credits.returned(id, number, user.actor())) {
          case Returned.DONE -> Did.RETURNED;
          case Returned.NUMBER_MISSING -> Did.NUMBER_MISSING;
          case Returned.NOT_NOW -> Did.NOT_NOW;
        });
  }

  private static String to(Did did) {
    return "redirect:" + PATH + "?told=" + did;
  }
}
