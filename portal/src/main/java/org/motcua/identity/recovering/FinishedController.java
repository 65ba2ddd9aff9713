package org.motcua.identity.recovering;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class FinishedController {

  @GetMapping("/recover/finished")
  String show() {
    return "identity/recovering/finished";
  }
}
