package org.motcua.catalogue.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.NewVersion;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.Version.Change;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds versions to procedures, in the transaction of whoever decided it. A version whose day has
 * come is in force at once, another one when its day comes.
 */
@Service
public class Publication {

  private final VersionStore versions;
  private final Clock clock;

  Publication(VersionStore versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * A decision gives a procedure this text from a day on; whether it publishes or amends is seen
   * from what held before.
   *
   * @param by as the audit trail names it
   * @return nothing where that very text holds on that day anyway
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Version> publish(Procedure text, LocalDate effectiveFrom, String by) {
    versions.lock(text.code());
    var before = versions.findInForce(text.code(), effectiveFrom);
    var change =
        before.filter(it -> !it.isAbolition()).isPresent() ? Change.AMENDED : Change.PUBLISHED;
    return addUnlessSame(before, text, change, effectiveFrom, by);
  }

  /**
   * A text comes from elsewhere, from today on. A procedure that was abolished here is in force
   * again.
   *
   * @return nothing where that very text is in force already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Version> takeIn(Procedure text, String by) {
    versions.lock(text.code());
    var before = versions.findInForce(text.code(), today());
    return addUnlessSame(before, text, Change.TAKEN_IN, today(), by);
  }

  /**
   * The same for many, each of another procedure, at once.
   *
   * @return the numbers of the new versions, without those that say what is in force already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<ProcedureCode, Integer> takeInAll(Collection<Procedure> texts, String by) {
    lockAll(texts.stream().map(Procedure::code).toList());
    return versions.takeInAll(texts, today(), clock.instant(), by);
  }

  /** Nobody else publishes these procedures until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockAll(Collection<ProcedureCode> codes) {
    versions.lockAll(codes);
  }

  /**
   * @return nothing where the procedure is unknown or does not hold on that day anyway
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Version> abolish(ProcedureCode code, LocalDate effectiveFrom, String by) {
    versions.lock(code);
    return versions
        .findInForce(code, effectiveFrom)
        .filter(before -> !before.isAbolition())
        .map(before -> add(versions.getText(before), Change.ABOLISHED, effectiveFrom, by));
  }

  private Optional<Version> addUnlessSame(
      Optional<Version> before, Procedure text, Change change, LocalDate from, String by) {
    var same = before.filter(it -> !it.isAbolition() && !versions.differs(it, text)).isPresent();
    return same ? Optional.empty() : Optional.of(add(text, change, from, by));
  }

  private Version add(Procedure text, Change change, LocalDate effectiveFrom, String by) {
    var version = versions.add(new NewVersion(text, change, effectiveFrom, clock.instant(), by));
    if (!effectiveFrom.isAfter(today())) versions.bringIntoForce(text.code(), today());
    return version;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }
}
