package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;
import org.springframework.web.util.UriComponentsBuilder;

/** What was asked and what was found. */
public record SearchPage(
    SearchRequest request,
    @Nullable Audience audience,
    @Nullable LifeEvent lifeEvent,
    SearchResults results) {

  public String query() {
    return request.query();
  }

  public boolean narrowed() {
    return audience != null || lifeEvent != null;
  }

  public List<Choice> audiences(Page page) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", page.t("catalogue.search.everybody")));
    Arrays.stream(Audience.values())
        .map(it -> new Choice(it.name(), page.t("catalogue.audience." + it)))
        .forEach(choices::add);
    return choices;
  }

  public String audienceValue() {
    return audience == null ? "" : audience.name();
  }

  /** The same words without the filters. */
  public String everywhere() {
    return address(query());
  }

  public static String address(String query) {
    return UriComponentsBuilder.fromPath("/procedures")
        .queryParam("q", "{q}")
        .encode()
        .buildAndExpand(query)
        .toUriString();
  }

  public @Nullable String nextAddress() {
    var next = results.next();
    if (next == null) return null;
    return UriComponentsBuilder.fromPath("/procedures")
        .queryParam("q", "{q}")
        .queryParam("audience", "{audience}")
        .queryParam("event", "{event}")
        .queryParam("after", "{after}")
        .encode()
        .buildAndExpand(
            query(), audienceValue(), lifeEvent == null ? "" : lifeEvent.slug(), next.toString())
        .toUriString();
  }
}
