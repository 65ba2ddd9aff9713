package org.motcua.home;

import java.util.List;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.LifeEvent.Side;
import org.motcua.platform.web.Language;
import org.springframework.web.util.UriComponentsBuilder;

/** The groups of one side as the front page shows them. */
public record LifeEventTiles(Catalogue catalogue, Side side) {

  List<Tile> list() {
    var filled = catalogue.lifeEventsWithProcedures();
    return catalogue.lifeEvents().stream()
        .filter(event -> event.side() == side)
        .map(event -> new Tile(event, address(event, filled.contains(event.slug()))))
        .toList();
  }

  /** A group that holds nothing yet still leads somewhere: to a search for its words. */
  private static String address(LifeEvent event, boolean filled) {
    return UriComponentsBuilder.fromPath("/procedures")
        .queryParam(filled ? "event" : "q", "{value}")
        .encode()
        .buildAndExpand(filled ? event.slug() : event.searchFor())
        .toUriString();
  }

  public record Tile(LifeEvent event, String address) {
    public String name(Language language) {
      return event.name(language);
    }

    public String about(Language language) {
      return event.about(language);
    }
  }
}
