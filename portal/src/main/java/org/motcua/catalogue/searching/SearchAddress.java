package org.motcua.catalogue.searching;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside.Kind;
import org.springframework.web.util.UriComponentsBuilder;

/** The stable address of a search: to be kept, sent to others, and given to the next page. */
public final class SearchAddress {

  private final UriComponentsBuilder address = UriComponentsBuilder.fromPath("/procedures");
  private final Map<String, Object> values = new TreeMap<>();

  private SearchAddress() {}

  static String of(String query) {
    return of(query, SearchFilters.NONE, null);
  }

  public static String of(String query, SearchFilters filters, @Nullable SearchCursor after) {
    var made = new SearchAddress();
    made.add("q", query);
    filters.audiences().stream().sorted().forEach(it -> made.add("audience", it));
    made.add("level", filters.level());
    made.add("field", filters.field());
    made.add("agency", filters.agency());
    made.add("province", filters.province());
    made.add("online", filters.online());
    made.add("event", filters.lifeEvent());
    made.add("after", after);
    return made.toString();
  }

  /** All that was found of another kind than procedures. */
  static String of(String query, Kind kind, @Nullable BesideCursor after) {
    var made = new SearchAddress();
    made.add("q", query);
    made.add("kind", kind);
    made.add("after", after);
    return made.toString();
  }

  /** What was not asked for is not written. */
  private void add(String name, @Nullable Object value) {
    if (value == null || value.toString().isEmpty()) return;
    var variable = name + values.size();
    address.queryParam(name, "{" + variable + "}");
    values.put(variable, value.toString());
  }

  @Override
  public String toString() {
    return address.encode().buildAndExpand(values).toUriString();
  }
}
