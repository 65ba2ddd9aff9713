package org.motcua.organisation.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;
import org.motcua.organisation.model.ImportFault.Kind;

/**
 * Reads the communes that stand right below the provinces after a reform. A line has, separated by
 * tabs or semicolons, the commune's code, its full name, its province's code and, if known, the
 * codes of the communes that went into it, separated by commas. Empty lines and those that begin
 * with {@code #} are passed over.
 *
 * <p>Faulty lines are refused one by one; the others are good to load. Reading the same file twice
 * changes nothing.
 */
public final class CommuneImport {

  private final Country country;
  private final LocalDate day;

  private final List<Unit> units = new ArrayList<>();
  private final List<Agency> agencies = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();
  private final List<ImportFault> faults = new ArrayList<>();
  private final Map<UnitCode, Integer> lineOfCode = new HashMap<>();
  private final Map<AgencyId, Integer> nextIndex = new HashMap<>();
  private final Map<UnitCode, List<AgencyId>> heirs = new HashMap<>();
  private int unchanged;

  /**
   * @param country as it stands on the day on which the communes begin
   */
  public CommuneImport(Country country, String text) {
    this.country = country;
    this.day = country.day();
    var lines = text.replace("\uFEFF", "").lines().toList();
    for (var i = 0; i < lines.size(); i++) {
      var line = Normalizer.normalize(lines.get(i), Normalizer.Form.NFC).strip();
      if (!line.isEmpty() && !line.startsWith("#")) read(i + 1, line);
    }
  }

  private void read(int number, String line) {
    try {
      take(number, columns(line));
    } catch (Refused refused) {
      faults.add(new ImportFault(number, refused.kind, refused.detail));
    }
  }

  private static List<String> columns(String line) throws Refused {
    var columns = Stream.of(line.split("[\t;]")).map(String::strip).toList();
    if (columns.size() < 3 || columns.size() > 4) {
      throw new Refused(Kind.COLUMNS, Integer.toString(columns.size()));
    }
    return columns;
  }

  private void take(int number, List<String> columns) throws Refused {
    var code = communeCode(columns.get(0));
    var province = province(columns.get(2));
    if (UnitName.withoutKind(columns.get(1)).isEmpty()) {
      throw new Refused(Kind.NAME, columns.get(1));
    }
    var unit = UnitName.unit(code, columns.get(1), province.code(), day);
    var predecessors = predecessors(columns.size() == 4 ? columns.get(3) : "");

    var earlier = lineOfCode.putIfAbsent(code, number);
    if (earlier != null) throw new Refused(Kind.TWICE, earlier.toString());
    var there = country.findUnit(code).filter(old -> old.standsOn(day));
    if (there.isPresent()) {
      if (!there.get().equals(unit)) throw new Refused(Kind.TAKEN, there.get().fullName());
      unchanged++;
    } else {
      add(unit, province, predecessors);
    }
  }

  private static UnitCode communeCode(String text) throws Refused {
    return UnitCode.parse(text)
        .filter(code -> code.level() == UnitLevel.COMMUNE)
        .orElseThrow(() -> new Refused(Kind.CODE, text));
  }

  private Unit province(String text) throws Refused {
    var province =
        UnitCode.parse(text)
            .filter(code -> code.level() == UnitLevel.PROVINCE)
            .flatMap(country::findUnit)
            .filter(unit -> unit.standsOn(day))
            .orElseThrow(() -> new Refused(Kind.PROVINCE, text));
    if (country.children(province.code()).stream().anyMatch(u -> u.level() == UnitLevel.DISTRICT)) {
      throw new Refused(Kind.DISTRICTS, province.fullName());
    }
    return province;
  }

  private List<Unit> predecessors(String text) throws Refused {
    var units = new ArrayList<Unit>();
    for (var code : text.split(",")) {
      if (!code.isBlank()) units.add(predecessor(code.strip()));
    }
    return units;
  }

  /** A unit that ended when the new communes began. */
  private Unit predecessor(String text) throws Refused {
    return UnitCode.parse(text)
        .flatMap(code -> country.findUnit(code, day.minusDays(1)))
        .filter(unit -> day.equals(unit.validTo()))
        .orElseThrow(() -> new Refused(Kind.PREDECESSOR, text));
  }

  private void add(Unit unit, Unit province, List<Unit> predecessors) throws Refused {
    var above =
        country
            .committeeOf(province.code())
            .map(Agency::id)
            .orElseThrow(() -> new Refused(Kind.PROVINCE, province.code().value()));
    var index = nextIndex.computeIfAbsent(above, this::firstFreeIndex);
    nextIndex.put(above, index + 1);
    var id = AgencyCodes.communeOfProvince(above, index);

    units.add(unit);
    agencies.add(AgencySeed.committee(id, AgencyKind.COMMUNE_COMMITTEE, unit, above, day));
    for (var predecessor : predecessors) {
      successions.add(Succession.of(predecessor, unit));
      heirs.computeIfAbsent(predecessor.code(), k -> new ArrayList<>()).add(id);
    }
  }

  private int firstFreeIndex(AgencyId province) {
    return country.allAgencies().stream()
            .filter(agency -> province.equals(agency.parent()))
            .mapToInt(agency -> AgencyCodes.indexOfCommuneOfProvince(agency.id()))
            .max()
            .orElse(-1)
        + 1;
  }

  public List<Unit> units() {
    return units;
  }

  public List<Agency> agencies() {
    return agencies;
  }

  public List<Succession> successions() {
    return successions;
  }

  /** The committees of communes that went into one new commune whole: they name it their heir. */
  public List<Agency> revised() {
    return country.allAgencies().stream()
        .filter(agency -> day.equals(agency.validTo()))
        .flatMap(agency -> soleHeir(agency).map(heir -> Reform.endOf(agency, day, heir)).stream())
        .toList();
  }

  private Optional<AgencyId> soleHeir(Agency agency) {
    var found = agency.unit() == null ? List.<AgencyId>of() : heirs.get(agency.unit());
    return found != null && found.size() == 1 && agency.kind() == AgencyKind.COMMUNE_COMMITTEE
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  /** Lines that say what is already so. */
  public int unchanged() {
    return unchanged;
  }

  public List<ImportFault> faults() {
    return faults;
  }

  private static class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String detail;

    Refused(Kind kind, String detail) {
      super(kind + ": " + detail);
      this.kind = kind;
      this.detail = detail;
    }
  }
}
