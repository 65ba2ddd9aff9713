package org.motcua.eservices;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that can be applied for here and now, for citizens and for enterprises. */
@Controller
class ServicesController {

  private final OnlineServices services;
  private final ServicePackages packages;

  ServicesController(OnlineServices services, ServicePackages packages) {
    this.services = services;
    this.packages = packages;
  }

  @GetMapping("/services")
  String services(Locale locale, Model model) {
    model.addAttribute("packages", packages.list());
    model.addAttribute("services", byAudience(Language.of(locale)));
    return "eservices/services";
  }

  /** One that is for both stands under both. */
  private Map<Audience, List<OnlineService>> byAudience(Language language) {
    var collator = Collator.getInstance(Locale.forLanguageTag(language.code()));
    var byName =
        Comparator.comparing((OnlineService service) -> service.name().in(language), collator);
    var all = services.list().stream().sorted(byName).toList();
    var sorted = new EnumMap<Audience, List<OnlineService>>(Audience.class);
    for (var audience : Audience.values()) {
      sorted.put(audience, all.stream().filter(it -> it.audience().contains(audience)).toList());
    }
    return sorted;
  }
}
