package org.motcua.identity.profile;

import java.time.Clock;
import org.motcua.identity.profile.StopChange.Stopping;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * "This was not me". The link alone changes nothing: programs that look at messages follow links.
 */
@Controller
@RequestMapping("/not-me/{token}")
class StopController {

  private final Changes changes;
  private final StopChange stopChange;
  private final Clock clock;

  StopController(Changes changes, StopChange stopChange, Clock clock) {
    this.changes = changes;
    this.stopChange = stopChange;
    this.clock = clock;
  }

  @GetMapping
  String ask(@PathVariable String token, Model model) {
    var change = changes.find(token);
    if (change.filter(Change::stopped).isPresent()) return told("before", model);
    if (change.filter(it -> it.stoppable(clock.instant())).isEmpty()) return told("late", model);
    model.addAttribute("token", token);
    model.addAttribute("kind", change.get().kind().word());
    model.addAttribute("at", change.get().at());
    return "identity/profile/stop";
  }

  @PostMapping
  String stop(@PathVariable String token, Model model) {
    return told(
        switch (stopChange.stop(token)) {
          case Stopping.Stopped() -> "done";
          case Stopping.StoppedBefore() -> "before";
          case Stopping.NoLonger() -> "late";
        },
        model);
  }

  private static String told(String what, Model model) {
    model.addAttribute("what", what);
    return "identity/profile/stopped";
  }
}
