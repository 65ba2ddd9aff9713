package org.motcua.organisation.model;

import static java.util.Comparator.comparing;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyPage;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;

/**
 * An immutable picture of all units and agencies, indexed as they stand on one day. What has ended
 * is still found by its code, but is in no list.
 */
public final class Country {

  private final LocalDate day;
  private final List<Unit> units;
  private final Collection<Agency> agencies;
  private final List<Succession> successions;

  private final Map<UnitCode, List<Unit>> histories = new HashMap<>();
  private final Map<UnitCode, List<Unit>> children = new HashMap<>();
  private final List<Unit> provinces = new ArrayList<>();
  private final Map<UnitCode, List<Succession>> heirs = new HashMap<>();

  private final Map<AgencyId, Agency> agenciesById = new HashMap<>();
  private final NavigableMap<AgencyId, Agency> standingAgencies = new TreeMap<>();
  private final Map<AgencyId, List<Agency>> agenciesBelow = new HashMap<>();
  private final Map<UnitCode, Agency> committees = new HashMap<>();
  private final Map<UnitCode, Map<DepartmentKind, Agency>> departments = new HashMap<>();
  private final Map<UnitCode, String> foldedPaths = new HashMap<>();
  private final Map<AgencyId, String> searchTexts = new HashMap<>();

  public Country(
      LocalDate day, List<Unit> units, Collection<Agency> agencies, List<Succession> successions) {
    this.day = day;
    this.units = List.copyOf(units);
    this.agencies = List.copyOf(agencies);
    this.successions = List.copyOf(successions);
    this.units.forEach(this::index);
    sortUnits();
    this.successions.forEach(s -> heirs.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s));
    this.agencies.forEach(this::index);
  }

  private void index(Unit unit) {
    histories.computeIfAbsent(unit.code(), k -> new ArrayList<>()).add(unit);
    if (!unit.standsOn(day)) return;
    if (unit.parent() == null) provinces.add(unit);
    else children.computeIfAbsent(unit.parent(), k -> new ArrayList<>()).add(unit);
  }

  private void sortUnits() {
    histories.values().forEach(history -> history.sort(Comparator.comparing(Unit::validFrom)));
    var byName = Comparator.comparing(Unit::name, vietnameseOrder()).thenComparing(Unit::code);
    provinces.sort(byName);
    children.values().forEach(siblings -> siblings.sort(byName));
  }

  /** Đ after D, tones as dictionaries have them, and {@code Phường 2} before {@code Phường 10}. */
  private static Comparator<String> vietnameseOrder() {
    var collator = (RuleBasedCollator) Collator.getInstance(Locale.forLanguageTag("vi-VN"));
    collator.setNumericCollation(true);
    collator.freeze();
    return collator::compare;
  }

  private void index(Agency agency) {
    agenciesById.put(agency.id(), agency);
    if (!agency.standsOn(day)) return;
    standingAgencies.put(agency.id(), agency);
    if (agency.parent() != null) {
      agenciesBelow.computeIfAbsent(agency.parent(), k -> new ArrayList<>()).add(agency);
    }
    var unit = agency.unit();
    if (unit != null && agency.kind().isCommittee()) committees.put(unit, agency);
    if (unit != null && agency.department() != null) {
      departments
          .computeIfAbsent(unit, k -> new EnumMap<>(DepartmentKind.class))
          .put(agency.department(), agency);
    }
    searchTexts.put(agency.id(), fold(agency.name()) + (unit == null ? "" : foldedPath(unit)));
  }

  private String foldedPath(UnitCode code) {
    var known = foldedPaths.get(code);
    if (known != null) return known;
    var unit = findUnit(code).orElseThrow();
    var above = unit.parent() == null ? "" : foldedPath(unit.parent());
    var path = fold(unit.fullName()) + above;
    foldedPaths.put(code, path);
    return path;
  }

  /** The same country on another day. */
  public Country on(LocalDate otherDay) {
    return otherDay.equals(day) ? this : new Country(otherDay, units, agencies, successions);
  }

  public LocalDate day() {
    return day;
  }

  public boolean isEmpty() {
    return units.isEmpty();
  }

  public Optional<Unit> findUnit(UnitCode code) {
    return findUnit(code, day);
  }

  /**
   * The unit that had the code on that day; else the last one that had it before; else the first
   * one, for days before our records begin.
   */
  public Optional<Unit> findUnit(UnitCode code, LocalDate on) {
    var history = histories.getOrDefault(code, List.of());
    return history.reversed().stream()
        .filter(unit -> !on.isBefore(unit.validFrom()))
        .findFirst()
        .or(() -> history.stream().findFirst());
  }

  public List<Unit> provinces() {
    return List.copyOf(provinces);
  }

  public List<Unit> children(UnitCode parent) {
    return List.copyOf(children.getOrDefault(parent, List.of()));
  }

  public List<Unit> standingUnits(UnitLevel level) {
    return units.stream().filter(u -> u.level() == level && u.standsOn(day)).toList();
  }

  public List<Unit> successors(Unit unit) {
    return heirs.getOrDefault(unit.code(), List.of()).stream()
        .filter(s -> s.fromBegan().equals(unit.validFrom()))
        .flatMap(s -> findUnit(s.to(), s.toBegan()).stream())
        .toList();
  }

  /** From the unit up to its province, as each was on that day. */
  public Stream<Unit> lineage(UnitCode code, LocalDate on) {
    return Stream.iterate(
            findUnit(code, on),
            Optional::isPresent,
            unit -> unit.map(Unit::parent).flatMap(parent -> findUnit(parent, on)))
        .flatMap(Optional::stream);
  }

  public String pathName(UnitCode code) {
    return pathName(code, day);
  }

  public String pathName(UnitCode code, LocalDate on) {
    // A unit that has ended is named with the parents of its last day, not with those of today.
    var last = findUnit(code, on).map(Unit::validTo).map(end -> end.minusDays(1)).orElse(on);
    var then = last.isBefore(on) ? last : on;
    return String.join(", ", lineage(code, then).map(Unit::fullName).toList());
  }

  public Optional<Agency> findAgency(AgencyId id) {
    return Optional.ofNullable(agenciesById.get(id));
  }

  public Optional<Agency> committeeOf(UnitCode unit) {
    return Optional.ofNullable(committees.get(unit));
  }

  public Optional<Agency> department(DepartmentKind kind, UnitCode province) {
    return Optional.ofNullable(departments.getOrDefault(province, Map.of()).get(kind));
  }

  public boolean isWithin(AgencyId inner, AgencyId outer) {
    @Nullable AgencyId at = inner;
    while (at != null) {
      if (at.equals(outer)) return true;
      at = findAgency(at).map(Agency::parent).orElse(null);
    }
    return false;
  }

  /** All agencies, those of the past included. */
  public Collection<Agency> allAgencies() {
    return agencies;
  }

  /** Standing agencies that have no other above them. */
  public List<Agency> topmostAgencies() {
    return standingAgencies.values().stream().filter(agency -> agency.parent() == null).toList();
  }

  /** Standing agencies right below this one. */
  public List<Agency> agenciesBelow(AgencyId agency) {
    return agenciesBelow.getOrDefault(agency, List.of()).stream()
        .filter(below -> below.standsOn(day))
        .sorted(comparing(Agency::id))
        .toList();
  }

  public AgencyPage listAgencies(@Nullable AgencyId under, @Nullable AgencyId after, int size) {
    NavigableMap<AgencyId, Agency> wanted = under == null ? standingAgencies : subtree(under);
    var rest = after == null ? wanted : wanted.tailMap(after, false);
    var page = rest.values().stream().limit(size).toList();
    return new AgencyPage(page, page.size() < rest.size() ? page.getLast().id() : null);
  }

  private NavigableMap<AgencyId, Agency> subtree(AgencyId top) {
    var all = new TreeMap<AgencyId, Agency>();
    findAgency(top).filter(a -> a.standsOn(day)).ifPresent(agency -> collect(agency, all));
    return all;
  }

  private void collect(Agency agency, Map<AgencyId, Agency> all) {
    all.put(agency.id(), agency);
    agenciesBelow.getOrDefault(agency.id(), List.of()).forEach(below -> collect(below, all));
  }

  /**
   * Agencies whose name or place has all the words, diacritics or not. First come those where words
   * stand side by side as they were typed ("hong ha" is not Hồng Gai in Hạ Long), then the highest.
   */
  public List<Agency> searchAgencies(String words, int limit) {
    var folded = Stream.of(fold(words).strip().split(" ")).map(word -> " " + word).toList();
    return standingAgencies.values().stream()
        .filter(agency -> hasAll(searchText(agency), folded))
        .sorted(
            Comparator.<Agency>comparingInt(agency -> -pairs(searchText(agency), folded))
                .thenComparing(Agency::kind))
        .limit(limit)
        .toList();
  }

  private String searchText(Agency agency) {
    return searchTexts.getOrDefault(agency.id(), "");
  }

  private static boolean hasAll(String text, List<String> words) {
    return words.stream().allMatch(text::contains);
  }

  private static int pairs(String text, List<String> words) {
    var found = 0;
    for (var i = 0; i + 1 < words.size(); i++) {
      if (text.contains(words.get(i) + words.get(i + 1) + " ")) found++;
    }
    return found;
  }

  /** Lower case, without diacritics, a space before and behind each word. */
  private static String fold(String text) {
    var folded = new StringBuilder(text.length() + 2).append(' ');
    for (var c : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
      if (Character.isLetterOrDigit(c)) folded.append(plain(c));
      else if (Character.getType(c) != Character.NON_SPACING_MARK) endWord(folded);
    }
    endWord(folded);
    return folded.toString();
  }

  private static char plain(char letter) {
    var lower = Character.toLowerCase(letter);
    return lower == 'đ' ? 'd' : lower;
  }

  private static void endWord(StringBuilder folded) {
    if (folded.charAt(folded.length() - 1) != ' ') folded.append(' ');
  }
}
