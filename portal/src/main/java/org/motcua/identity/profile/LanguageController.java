package org.motcua.identity.profile;

import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LanguageController {

  private final ChangeAccount changeAccount;

  LanguageController(ChangeAccount changeAccount) {
    this.changeAccount = changeAccount;
  }

  /** Pages and messages change together: the address says which language to go on in. */
  @PostMapping({AccountHome.MINE + "/language", AccountHome.OFFICERS + "/language"})
  String choose(@RequestParam Language language, @AuthenticationPrincipal CurrentUser user) {
    changeAccount.setLanguage(user, language);
    return "redirect:" + AccountHome.of(user) + "?changed=language&lang=" + language.code();
  }
}
