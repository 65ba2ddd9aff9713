package org.motcua.identity.helping;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** For whoever has a question about an account, signed in or not. */
@Controller
class HelpController {

  private static final List<QuestionGroup> GROUPS =
      List.of(
          new QuestionGroup(
              "signIn",
              List.of(
                  Question.of("register", 3, "/register"),
                  Question.of("signIn", 3, "/sign-in"),
                  Question.of("noCode"),
                  Question.of("safest", 4, "/my/account"),
                  Question.of("shared"))),
          new QuestionGroup(
              "verified",
              List.of(
                  Question.of("verify", 3, "/my/account/verification"), Question.of("doesNotFit"))),
          new QuestionGroup(
              "others",
              List.of(
                  Question.of("delegate", 4, "/my/delegations"),
                  Question.of("children", 0, "/my/children"),
                  Question.of("enterprise", 3, "/my/enterprises"),
                  Question.of("counter", 3, null))),
          new QuestionGroup(
              "trouble",
              List.of(
                  Question.of("lost", 3, "/recover"),
                  Question.of("newPhone", 0, "/my/account/phone"),
                  Question.of("stranger", 3, "/my/account/devices"),
                  Question.of("asked"))),
          new QuestionGroup(
              "data",
              List.of(
                  Question.of("seen", 0, "/my/account/accesses"),
                  Question.of("sites", 0, "/my/account/connections"),
                  Question.of("download", 0, "/my/account/data"),
                  Question.of("close", 0, "/my/account/closing"))));

  @GetMapping("/help/account")
  String show(Model model) {
    model.addAttribute("groups", GROUPS);
    return "identity/helping/account";
  }
}
