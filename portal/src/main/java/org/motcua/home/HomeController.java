package org.motcua.home;

import java.util.List;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.LifeEvent.Side;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

  /** Free of charge, day and night. */
  private static final String HOTLINE = "1800 1096";

  private final Catalogue catalogue;

  HomeController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GetMapping("/")
  String home(Model model) {
    model.addAttribute("citizens", events(Side.CITIZENS));
    model.addAttribute("businesses", events(Side.BUSINESSES));
    model.addAttribute("hotline", HOTLINE);
    return "home/front";
  }

  private List<LifeEvent> events(Side side) {
    return catalogue.lifeEvents().stream().filter(event -> event.side() == side).toList();
  }

  @GetMapping("/help")
  String help(Model model) {
    return text(model, PortalText.HELP);
  }

  @GetMapping("/about")
  String about(Model model) {
    return text(model, PortalText.ABOUT);
  }

  @GetMapping("/accessibility")
  String accessibility(Model model) {
    return text(model, PortalText.ACCESSIBILITY);
  }

  @GetMapping("/privacy")
  String privacy(Model model) {
    return text(model, PortalText.PRIVACY);
  }

  private static String text(Model model, PortalText text) {
    model.addAttribute("text", text);
    model.addAttribute("hotline", HOTLINE);
    return "home/text";
  }
}
