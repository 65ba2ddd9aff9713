package org.motcua.catalogue.searching;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside.Kind;
import org.motcua.catalogue.LifeEvent;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Unit;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.Choice;

/** What was asked and what was found. */
public record SearchPage(
    SearchRequest request,
    SearchResults results,
    Facets facets,
    BesideResults beside,
    List<LifeEvent> lifeEvents,
    List<Unit> provinces,
    FilterLabels labels) {

  /** Of fields and agencies the commonest are offered; all others are reached by an address. */
  private static final int MOST_CHOICES = 80;

  private static final Collator VIETNAMESE = Collator.getInstance(Locale.forLanguageTag("vi"));

  /** A filter in force, and the address of the search without it. */
  public record Chip(String text, String without) {}

  /** What fields and agencies are called. */
  public interface FilterLabels {
    String field(String code);

    String agency(String key);
  }

  public String query() {
    return request.query();
  }

  public SearchFilters filters() {
    return request.filters();
  }

  public boolean narrowed() {
    return !filters().isEmpty();
  }

  public @Nullable LifeEvent lifeEvent() {
    return lifeEvents.stream()
        .filter(event -> event.slug().equals(filters().lifeEvent()))
        .findFirst()
        .orElse(null);
  }

  public List<Choice> audiences(Page page) {
    return choices(
        page,
        Dimension.AUDIENCE,
        names(Audience.values()),
        name -> page.t("catalogue.audience." + name));
  }

  public List<Choice> levels(Page page) {
    return choices(
        page, Dimension.LEVEL, names(Level.values()), name -> page.t("catalogue.level." + name));
  }

  public List<Choice> onlineLevels(Page page) {
    return choices(
        page,
        Dimension.ONLINE,
        names(OnlineLevel.values()),
        name -> page.t("catalogue.online." + name));
  }

  public List<Choice> fields(Page page) {
    return commonest(page, Dimension.FIELD, labels::field);
  }

  public List<Choice> agencies(Page page) {
    return commonest(page, Dimension.AGENCY, labels::agency);
  }

  public List<Choice> events(Page page) {
    return choices(
        page,
        Dimension.LIFE_EVENT,
        lifeEvents.stream().map(LifeEvent::slug).toList(),
        slug -> eventName(slug, page));
  }

  public List<Choice> provinceChoices() {
    return provinces.stream().map(it -> new Choice(it.code().value(), it.name())).toList();
  }

  /** As it stands among the choices. */
  public String value(String dimension) {
    return Dimension.valueOf(dimension).chosenIn(filters()).stream()
        .sorted()
        .findFirst()
        .orElse("");
  }

  public String province() {
    return filters().province() == null ? "" : filters().province().value();
  }

  public List<Chip> chips(Page page) {
    var chips = new ArrayList<Chip>();
    for (var audience : filters().audiences().stream().sorted().toList()) {
      var others = new java.util.HashSet<>(filters().audiences());
      others.remove(audience);
      chips.add(chip(page.t("catalogue.audience." + audience), filters().withAudiences(others)));
    }
    if (filters().level() != null) {
      chips.add(chip(page.t("catalogue.level." + filters().level()), filters().withLevel(null)));
    }
    if (filters().field() != null) {
      chips.add(chip(labels.field(filters().field()), filters().withField(null)));
    }
    if (filters().agency() != null) {
      chips.add(chip(labels.agency(value("AGENCY")), filters().withAgency(null)));
    }
    if (filters().province() != null) {
      chips.add(chip(provinceName(), filters().withProvince(null)));
    }
    if (filters().online() != null) {
      chips.add(chip(page.t("catalogue.online." + filters().online()), filters().withOnline(null)));
    }
    if (filters().lifeEvent() != null) {
      chips.add(chip(eventName(filters().lifeEvent(), page), filters().withLifeEvent(null)));
    }
    return chips;
  }

  private Chip chip(String text, SearchFilters without) {
    return new Chip(text, SearchAddress.of(query(), without, null));
  }

  private String provinceName() {
    return provinces.stream()
        .filter(it -> it.code().equals(filters().province()))
        .map(Unit::name)
        .findFirst()
        .orElse(province());
  }

  private String eventName(String slug, Page page) {
    return lifeEvents.stream()
        .filter(event -> event.slug().equals(slug))
        .map(event -> event.name(page.language()))
        .findFirst()
        .orElse(slug);
  }

  /** In the given order, those that would leave something, and the chosen one. */
  private List<Choice> choices(
      Page page, Dimension dimension, List<String> values, Function<String, String> name) {
    var counts = facets.of(dimension);
    var chosen = dimension.chosenIn(filters());
    return values.stream()
        .filter(value -> counts.containsKey(value) || chosen.contains(value))
        .map(value -> choice(page, value, name.apply(value), counts))
        .toList();
  }

  private List<Choice> commonest(Page page, Dimension dimension, Function<String, String> name) {
    var counts = facets.of(dimension);
    var chosen = dimension.chosenIn(filters());
    var common =
        counts.entrySet().stream()
            // Agencies stand among the values by name and by code; one is enough to choose from.
            .filter(entry -> AgencyId.parse(entry.getKey()).isEmpty())
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_CHOICES)
            .map(Map.Entry::getKey);
    var values =
        Stream.concat(common, chosen.stream())
            .distinct()
            .sorted(comparing(name, VIETNAMESE::compare))
            .toList();
    return choices(page, dimension, values, name);
  }

  private static Choice choice(Page page, String value, String name, Map<String, Integer> counts) {
    return new Choice(
        value, page.t("catalogue.search.choice", name, counts.getOrDefault(value, 0)));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /** The same words without the filters. */
  public String everywhere() {
    return SearchAddress.of(query());
  }

  public static String address(String query) {
    return SearchAddress.of(query);
  }

  public static String address(String query, Kind kind) {
    return SearchAddress.of(query, kind, null);
  }

  public static String address(String query, Kind kind, BesideCursor after) {
    return SearchAddress.of(query, kind, after);
  }

  public @Nullable String nextAddress() {
    return results.next() == null ? null : SearchAddress.of(query(), filters(), results.next());
  }

  public boolean firstPage() {
    return request.after() == null;
  }
}
