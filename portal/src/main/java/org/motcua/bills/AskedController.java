package org.motcua.bills;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.motcua.bills.model.Asked;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Creditor;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.TimelineEntry;
import org.motcua.platform.web.ui.TimelineEntry.State;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** How far it is: paid, told, heard. For whoever has the address. */
@Controller
@RequestMapping("/bills/asked/{token}")
class AskedController {

  private final AskedStore asked;
  private final Messages messages;

  AskedController(AskedStore asked, Messages messages) {
    this.asked = asked;
    this.messages = messages;
  }

  @GetMapping
  String status(
      @PathVariable String token, HttpServletResponse response, Locale locale, Model model) {
    var it = find(token);
    keepTo(response);
    model.addAttribute("asked", it);
    model.addAttribute("steps", steps(it, Language.of(locale)));
    return "bills/asked";
  }

  /** Giấy nộp tiền vào ngân sách nhà nước, to be printed. */
  @GetMapping("/slip")
  String slip(@PathVariable String token, HttpServletResponse response, Model model) {
    var it = find(token);
    keepTo(response);
    if (it.creditor() != Creditor.TAXES) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    model.addAttribute("asked", it);
    return "bills/slip";
  }

  /** Its address opens it: it is neither kept nor found, nor told to those whom a link leads to. */
  private static void keepTo(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private Asked find(String token) {
    return asked
        .findByToken(token)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private List<TimelineEntry> steps(Asked it, Language language) {
    var formats = new Formats(language);
    var creditor = messages.text(language, it.creditor().key() + ".creditor");
    var steps = new ArrayList<TimelineEntry>();
    steps.add(
        TimelineEntry.done(
            messages.text(language, "bills.step.asked"), formats.dateTime(it.askedAt())));
    var closedAt = it.closedAt();
    if (it.settledAt() == null && closedAt != null) {
      var title = messages.text(language, "bills.state.closed");
      steps.add(new TimelineEntry(title, formats.dateTime(closedAt), null, null, State.BROKEN_OFF));
      return steps;
    }
    if (it.settledAt() == null) {
      steps.add(coming("bills.step.pay", true, creditor, language));
      steps.add(coming("bills.step.hears", false, creditor, language));
      return steps;
    }
    steps.add(
        TimelineEntry.done(
            messages.text(language, "bills.step.paid"), formats.dateTime(it.settledAt())));
    if (it.heardAt() == null) {
      steps.add(coming("bills.step.telling", true, creditor, language));
    } else {
      steps.add(
          TimelineEntry.done(
              messages.text(
                  language,
                  it.paidBefore() > 0 ? "bills.step.paid_before" : "bills.step.heard",
                  creditor),
              formats.dateTime(it.heardAt())));
    }
    return steps;
  }

  private TimelineEntry coming(String key, boolean current, String creditor, Language language) {
    return new TimelineEntry(
        messages.text(language, key, creditor),
        null,
        null,
        null,
        current ? State.CURRENT : State.COMING);
  }
}
