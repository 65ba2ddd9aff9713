package org.motcua.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.model.Country;
import org.motcua.organisation.model.CountryStore;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Service;

/**
 * Units and agencies as they stand today; every answer comes from memory. What has ended is still
 * found by its code, but is in no list.
 */
@Service
public class Organisation {

  /** The database's channel on which a change of units and agencies is told to all nodes. */
  public static final String CHANGES = CountryStore.CHANNEL;

  private final CountryInMemory country;
  private final Clock clock;

  Organisation(CountryInMemory country, Clock clock) {
    this.country = country;
    this.clock = clock;
  }

  /** The unit that has this code today, or had it last. */
  public Optional<Unit> findUnit(UnitCode code) {
    return country().findUnit(code);
  }

  /** The unit that had this code on that day: codes pass to other units at reforms. */
  public Optional<Unit> findUnit(UnitCode code, LocalDate on) {
    return country().findUnit(code, on);
  }

  public Unit getUnit(UnitCode code) {
    return findUnit(code).orElseThrow(() -> new NoSuchElementException("No unit " + code));
  }

  /** In the order of their names. */
  public List<Unit> provinces() {
    return country().provinces();
  }

  /**
   * The units right below, in the order of their names: a province's districts, or its communes
   * where there are no districts. Empty for communes and for the five island districts without any.
   */
  public List<Unit> children(UnitCode parent) {
    return country().children(parent);
  }

  /** Which units took over from one that has ended. */
  public List<Unit> successors(Unit unit) {
    return country().successors(unit);
  }

  /** {@code Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh}; empty for an unknown code. */
  public String pathName(UnitCode code) {
    return country().pathName(code);
  }

  /** The same as it was on that day. */
  public String pathName(UnitCode code, LocalDate on) {
    return country().pathName(code, on);
  }

  /** The province in which a unit lies; a province lies in itself. */
  public Optional<Unit> provinceOf(UnitCode code) {
    return country().lineage(code, today()).reduce((lower, upper) -> upper);
  }

  public Optional<Agency> findAgency(AgencyId id) {
    return country().findAgency(id);
  }

  public Agency getAgency(AgencyId id) {
    return findAgency(id).orElseThrow(() -> new NoSuchElementException("No agency " + id));
  }

  /**
   * Its name and what it lies in, so that it is told from others of the same name; empty for an
   * agency that is not known.
   */
  public Optional<String> nameWithPlace(AgencyId id) {
    return findAgency(id).map(this::withPlace);
  }

  private String withPlace(Agency agency) {
    var unit = agency.unit();
    var place = unit == null ? "" : pathName(unit);
    var above = place.indexOf(", ");
    return above < 0 ? agency.name() : agency.name() + place.substring(above);
  }

  /** The people's committee that governs a unit. */
  public Optional<Agency> committeeOf(UnitCode unit) {
    return country().committeeOf(unit);
  }

  public Optional<Agency> department(DepartmentKind kind, UnitCode province) {
    return country().department(kind, province);
  }

  /** Whether an agency is another one or stands somewhere below it. */
  public boolean isWithin(AgencyId inner, AgencyId outer) {
    return country().isWithin(inner, outer);
  }

  /** Standing agencies that have no other above them, in the order of their codes. */
  public List<Agency> topmostAgencies() {
    return country().topmostAgencies();
  }

  /** Standing agencies right below one, in the order of their codes. */
  public List<Agency> agenciesBelow(AgencyId agency) {
    return country().agenciesBelow(agency);
  }

  /**
   * Standing agencies in the order of their codes.
   *
   * @param under only this one and those below it
   * @param after begin behind this key
   */
  public AgencyPage listAgencies(@Nullable AgencyId under, @Nullable AgencyId after, int size) {
    return country().listAgencies(under, after, size);
  }

  /** Standing agencies whose name or place has all the words, typed with diacritics or without. */
  public List<Agency> searchAgencies(String words, int limit) {
    return country().searchAgencies(words, limit);
  }

  private Country country() {
    return country.on(today());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }
}
