package org.motcua.dossiers.watching;

import java.util.Locale;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page for everybody. */
@Controller("agencyQueueController")
class QueueController {

  private final WatchQueue queues;

  QueueController(WatchQueue queues) {
    this.queues = queues;
  }

  @GetMapping("/agencies/{code}/queue")
  String watch(@PathVariable String code, Locale locale, Model model) {
    var queue =
        queues
            .of(code, Language.of(locale))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("queue", queue);
    return "dossiers/watching/queue";
  }
}
