package org.motcua.platform.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component in every state, to those who build pages and to the accessibility test. */
@Controller
@ConditionalOnProperty("motcua.dev-pages")
class DevPages {

  @GetMapping("/dev/ui")
  String components() {
    return "platform/dev/ui";
  }

  @GetMapping("/dev/ui/desk")
  String desk() {
    return "platform/dev/desk";
  }
}
