package org.motcua.catalogue.guiding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.LifeEvent.Side;
import org.motcua.catalogue.OnlineApplications;
import org.motcua.catalogue.guiding.LifeEventGuide.Step;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class LifeEventController {

  private final Catalogue catalogue;
  private final LifeEventGuides guides;
  private final OnlineApplications online;

  LifeEventController(Catalogue catalogue, LifeEventGuides guides, OnlineApplications online) {
    this.catalogue = catalogue;
    this.guides = guides;
    this.online = online;
  }

  @GetMapping("/life-events")
  String all(Model model) {
    model.addAttribute("citizens", of(Side.CITIZENS));
    model.addAttribute("businesses", of(Side.BUSINESSES));
    return "catalogue/guiding/events";
  }

  private List<LifeEvent> of(Side side) {
    return catalogue.lifeEvents().stream().filter(event -> event.side() == side).toList();
  }

  @GetMapping("/life-events/{slug}")
  String one(@PathVariable String slug, Model model) {
    var event =
        catalogue.lifeEvents().stream()
            .filter(it -> it.slug().equals(slug))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var guide = guides.find(slug).orElse(null);
    model.addAttribute("event", event);
    model.addAttribute("guide", guide);
    model.addAttribute("steps", steps(guide));
    model.addAttribute("more", more(event));
    model.addAttribute("others", others(event));
    return "catalogue/guiding/event";
  }

  private List<GuidedStep> steps(@Nullable LifeEventGuide guide) {
    return guide == null ? List.of() : guide.steps().stream().map(this::guided).toList();
  }

  private GuidedStep guided(Step step) {
    var code = step.procedure();
    var procedure = code == null ? null : catalogue.find(code).orElse(null);
    return new GuidedStep(
        step,
        procedure,
        procedure == null ? null : online.addressFor(procedure.code()).orElse(null));
  }

  /** All procedures of the group; a group that holds none yet leads to a search for its words. */
  private String more(LifeEvent event) {
    var filled = catalogue.lifeEventsWithProcedures().contains(event.slug());
    return UriComponentsBuilder.fromPath("/procedures")
        .queryParam(filled ? "event" : "q", "{value}")
        .encode()
        .buildAndExpand(filled ? event.slug() : event.searchFor())
        .toUriString();
  }

  private List<LifeEvent> others(LifeEvent event) {
    return of(event.side()).stream().filter(it -> !it.equals(event)).toList();
  }
}
