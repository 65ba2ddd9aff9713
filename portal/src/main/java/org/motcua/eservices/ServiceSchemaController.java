package org.motcua.eservices;

import java.util.Locale;
import java.util.Map;
import org.motcua.forms.FormSchema;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Publishes what a service asks, for programs that fill it in. */
@RestController
class ServiceSchemaController {

  private static final String TYPE = "application/schema+json";

  private final OnlineServices services;
  private final String portal;

  ServiceSchemaController(OnlineServices services, @Value("${motcua.public-url}") String portal) {
    this.services = services;
    this.portal = portal;
  }

  @GetMapping(path = "/services/{slug}/schema.json", produces = TYPE)
  Map<String, Object> schema(@PathVariable String slug, Locale locale) {
    var service =
        ServiceSlug.parse(slug)
            .flatMap(services::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var language = Language.of(locale);
    return FormSchema.of(
        service.form(),
        portal + "/services/" + service.slug() + "/schema.json",
        service.name().in(language),
        language);
  }
}
