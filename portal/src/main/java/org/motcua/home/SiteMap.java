package org.motcua.home;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.PublicPages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What search engines may read, and where it is, by the protocol of sitemaps.org: an index that
 * names a map for each kind of page, and further ones where one is full.
 */
@Controller
class SiteMap {

  /** As many addresses as one site map may hold, by its protocol. */
  private static final int MOST_ADDRESSES = 50_000;

  private static final CacheControl FOR_AN_HOUR =
      CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

  private final List<PublicPages> kinds;
  private final String portal;

  SiteMap(List<PublicPages> kinds, @Value("${motcua.public-url}") String portal) {
    this.kinds = kinds;
    this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
  }

  @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<String> index() {
    return xml("sitemapindex", "sitemap", kinds.stream().flatMap(kind -> maps(kind).stream()));
  }

  @GetMapping(path = "/sitemaps/{kind}.xml", produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<String> map(
      @PathVariable String kind, @RequestParam(required = false) @Nullable String after) {
    var pages =
        kinds.stream()
            .filter(it -> it.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return xml("urlset", "url", pages.paths(after, MOST_ADDRESSES).stream());
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

  /** The addresses of a kind's maps: each begins behind the last page of the one before. */
  private static List<String> maps(PublicPages kind) {
    var first = "/sitemaps/" + kind.kind() + ".xml";
    var maps = new ArrayList<>(List.of(first));
    for (var page = kind.paths(null, MOST_ADDRESSES);
        page.size() == MOST_ADDRESSES;
        page = kind.paths(page.getLast(), MOST_ADDRESSES)) {
      maps.add(
          UriComponentsBuilder.fromPath(first)
              .queryParam("after", "{after}")
              .encode()
              .buildAndExpand(page.getLast())
              .toUriString());
    }
    return maps;
  }

  private ResponseEntity<String> xml(String root, String element, Stream<String> paths) {
    var entries =
        paths
            .map(path -> HtmlUtils.htmlEscape(portal + path))
            .map(address -> "  <%s><loc>%s</loc></%s>%n".formatted(element, address, element))
            .collect(joining());
    return ResponseEntity.ok()
        .cacheControl(FOR_AN_HOUR)
        .body(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <%s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            %s</%s>
            """
                .formatted(root, entries, root));
  }
}
