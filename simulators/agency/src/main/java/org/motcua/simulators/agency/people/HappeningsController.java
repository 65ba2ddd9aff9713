package org.motcua.simulators.agency.people;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what has happened at this door, for who wants to see how the sign-on works. */
@Controller
class HappeningsController {

  private final Happenings happenings;

  HappeningsController(Happenings happenings) {
    this.happenings = happenings;
  }

  @GetMapping("/happenings")
  String list(@RequestParam @Nullable Long before, Model model) {
    var found = happenings.before(before);
    var shown = found.subList(0, Math.min(found.size(), Happenings.PAGE));
    model.addAttribute("happenings", shown);
    model.addAttribute("older", found.size() > shown.size() ? shown.getLast().id() : null);
    return "people/happenings";
  }
}
