package org.motcua.simulators.outside.post;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The post's own desk, at which a visitor sits; and the page on which letters are followed. */
@Controller
class PostController {

  private static final int SHOWN = 200;
  private static final int LONGEST_NOTE = 200;

  private final Consignments consignments;

  PostController(Consignments consignments) {
    this.consignments = consignments;
  }

  @GetMapping("/post")
  String list(Model model) {
    model.addAttribute("consignments", consignments.latest(SHOWN));
    model.addAttribute("automatic", consignments.isAutomatic());
    return "post/consignments";
  }

  @PostMapping("/post/automatic")
  String automatic(@RequestParam boolean on) {
    consignments.setAutomatic(on);
    return "redirect:/post";
  }

  @GetMapping("/post/desk/{number}")
  String open(@PathVariable String number, Model model) {
    model.addAttribute(
        "consignment", consignments.find(number).orElseThrow(PostController::notFound));
    return "post/consignment";
  }

  @PostMapping("/post/desk/{number}")
  String move(
      @PathVariable String number,
      @RequestParam Stage to,
      @RequestParam(defaultValue = "") String note) {
    var said = note.strip();
    var kept = said.substring(0, Math.min(said.length(), LONGEST_NOTE));
    return "redirect:"
        + consignments
            .move(number, to, kept.isEmpty() ? null : kept)
            .orElseThrow(PostController::notFound)
            .page();
  }

  /** Who has the number may follow; it tells no name and no address. */
  @GetMapping("/post/follow")
  String follow(@RequestParam(defaultValue = "") String code, Model model) {
    var asked = code.strip();
    model.addAttribute("code", asked);
    model.addAttribute("consignment", consignments.find(asked).orElse(null));
    return "post/follow";
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
