package org.motcua.home;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What search engines may read, and where it is. */
@Controller
class SiteMap {

  /** As many addresses as one site map may hold, by its protocol. */
  private static final int MOST_ADDRESSES = 50_000;

  private static final List<String> PAGES =
      List.of("/", "/procedures", "/life-events", "/help", "/about", "/accessibility", "/privacy");

  private final Catalogue catalogue;
  private final String portal;

  SiteMap(Catalogue catalogue, @Value("${motcua.public-url}") String portal) {
    this.catalogue = catalogue;
    this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
  }

  @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String siteMap() {
    return Stream.of(PAGES.stream(), lifeEvents(), procedures())
        .flatMap(paths -> paths)
        .map(path -> "  <url><loc>%s</loc></url>%n".formatted(portal + path))
        .collect(
            Collectors.joining(
                "",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """,
                "</urlset>\n"));
  }

  @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  String robots() {
    return """
    User-agent: *
    Disallow: /my/
    Disallow: /desk/
    Disallow: /api/
    Disallow: /track
    Disallow: /sign-in
    Sitemap: %s/sitemap.xml
    """
        .formatted(portal);
  }

  private Stream<String> lifeEvents() {
    return catalogue.lifeEvents().stream().map(LifeEvent::address);
  }

  private Stream<String> procedures() {
    return catalogue
        .codes(null, MOST_ADDRESSES - PAGES.size() - catalogue.lifeEvents().size())
        .stream()
        .map(code -> "/procedures/" + code);
  }
}
