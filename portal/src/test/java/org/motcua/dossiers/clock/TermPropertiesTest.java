package org.motcua.dossiers.clock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.clock.ExplainedTerm.Day;
import org.motcua.dossiers.clock.ExplainedTerm.Kind;
import org.motcua.dossiers.clock.Pause.Why;
import org.motcua.eservices.TimeLimit;
import org.motcua.eservices.TimeLimit.Allotted;
import org.motcua.forms.Words;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.TestCalendar;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.organisation.WorkingTime;
import org.motcua.platform.clock.CountryTime;

/** What holds for every term, whenever it begins and however often it is paused. */
class TermPropertiesTest {

  private static final Words ANY = new Words("Thời hạn", "Limit");

  private final WorkingCalendar calendar = TestCalendar.withWinter();

  @Test
  void isDueOnlyWhileOfficesAreOpen() {
    somewhere(
        term -> {
          var due = term.explained(calendar).dueAt();
          assertThat(calendar.workingTimeBetween(due.minusSeconds(1), due, term.agency).length())
              .as("open just before %s", due)
              .isEqualTo(Duration.ofSeconds(1));
        });
  }

  @Test
  void countsExactlyTheTimeAllotted() {
    somewhere(
        term -> {
          var explained = term.explained(calendar);
          assertThat(explained.counted()).as("%s", term).isEqualTo(term.allotted);
        });
  }

  @Test
  void explainsEveryDayFromTheSubmissionToTheDueOneOnce() {
    somewhere(
        term -> {
          var explained = term.explained(calendar);
          var dates = explained.days().stream().map(Day::date).toList();
          assertThat(dates.getFirst()).isEqualTo(ExplainedTerm.dayOf(term.submittedAt));
          assertThat(dates.getLast()).isEqualTo(ExplainedTerm.dayOf(explained.dueAt()));
          for (var i = 1; i < dates.size(); i++) {
            assertThat(dates.get(i)).isEqualTo(dates.get(i - 1).plusDays(1));
          }
        });
  }

  @Test
  void aPauseThatEndsAtOnceChangesNothing() {
    somewhere(
        term -> {
          var without = term.explained(calendar);
          var at = term.momentBefore(without.dueAt());
          var with = term.pausedBesides(at, at);
          assertThat(with.explained(calendar).dueAt()).as("%s", with).isEqualTo(without.dueAt());
        });
  }

  @Test
  void aLongerPauseIsNeverDueEarlier() {
    somewhere(
        term -> {
          var at = term.momentBefore(term.explained(calendar).dueAt());
          var some = term.pausedBesides(at, at.plus(term.someTime()));
          var more = some.longerBy(term.someTime());
          assertThat(some.explained(calendar).dueAt())
              .isAfterOrEqualTo(term.explained(calendar).dueAt());
          assertThat(more.explained(calendar).dueAt())
              .isAfterOrEqualTo(some.explained(calendar).dueAt());
        });
  }

  @Test
  void whatWasLateBeforeAPauseStaysSo() {
    var submitted = at("2027-01-04T08:00");
    var late = at("2027-01-08T09:00");
    var pause = new Pause(Why.ADDITIONS, late, at("2027-01-12T23:30"));
    var explained =
        explain(working(WorkingTime.days(2)), submitted, List.of(pause), TestCalendar.HA_NOI);
    assertThat(explained.dueAt()).isEqualTo(at("2027-01-06T08:00"));
  }

  @Test
  void passesOverTetAndTheHalfDayBeforeItByName() {
    var explained =
        explain(
            working(WorkingTime.days(2)), at("2027-02-03T13:30"), List.of(), TestCalendar.HA_NOI);
    assertThat(explained.dueAt()).isEqualTo(at("2027-02-12T17:30"));
    assertThat(explained.specialDays())
        .extracting(Day::kind)
        .startsWith(Kind.SHORTENED, Kind.HOLIDAY)
        .hasSize(8);
    assertThat(explained.weeks()).allSatisfy(week -> assertThat(week.days()).hasSize(7));
  }

  @Test
  void aProvinceGoesByItsOwnSaturdays() {
    var friday = at("2027-01-08T16:30");
    assertThat(due(friday, WorkingTime.hours(2), TestCalendar.HA_NOI))
        .isEqualTo(at("2027-01-11T08:30"));
    assertThat(due(friday, WorkingTime.hours(2), TestCalendar.QUANG_NINH))
        .isEqualTo(at("2027-01-09T09:00"));
  }

  @Test
  void daysOfTheCalendarAllCountAndEndOnAWorkingDay() {
    var limit = new TimeLimit(ANY, null, new Allotted.CalendarDays(5), null);
    var explained = explain(limit, at("2027-02-01T09:00"), List.of(), TestCalendar.HA_NOI);

    assertThat(explained.dueAt()).isEqualTo(at("2027-02-12T17:30"));
    assertThat(explained.days())
        .extracting(Day::kind)
        .startsWith(
            Kind.OUTSIDE, Kind.CALENDAR, Kind.CALENDAR, Kind.CALENDAR, Kind.CALENDAR, Kind.HOLIDAY);
  }

  @Test
  void whatComesInLateInTheDayCountsFromTheNextMorning() {
    var limit =
        new TimeLimit(ANY, null, new Allotted.Working(WorkingTime.days(1)), LocalTime.of(15, 0));
    var explained = explain(limit, at("2027-01-06T15:30"), List.of(), TestCalendar.HA_NOI);
    assertThat(explained.dueAt()).isEqualTo(at("2027-01-07T17:30"));
    assertThat(explained.days()).extracting(Day::kind).containsExactly(Kind.OUTSIDE, Kind.WORKING);
  }

  @Test
  void whatCountsFromTheMorningDoesSoBeforeAPause() {
    var limit =
        new TimeLimit(ANY, null, new Allotted.Working(WorkingTime.days(1)), LocalTime.of(15, 0));
    var pause = new Pause(Why.ADDITIONS, at("2027-01-06T10:00"), at("2027-01-08T09:00"));
    var explained = explain(limit, at("2027-01-06T09:00"), List.of(pause), TestCalendar.HA_NOI);
    assertThat(explained.dueAt()).isEqualTo(at("2027-01-08T16:30"));
    assertThat(explained.counted()).isEqualTo(WorkingTime.days(1));
  }

  @Test
  void aCalendarThatWasChangedSinceIsFoundOut() {
    var submitted = at("2027-02-03T13:30");
    var limit = working(WorkingTime.days(3));
    var promised = limit.deadline(submitted, TestCalendar.HA_NOI, TestCalendar.withoutTet());
    assertThat(explain(limit, submitted, List.of(), TestCalendar.HA_NOI).dueAt())
        .isNotEqualTo(promised.dueAt());
  }

  interface Property {
    void holdsFor(Term term);
  }

  /** A thousand terms around the year's end and Tết, in three provinces, always the same ones. */
  private static void somewhere(Property property) {
    var random = new Random(20261122);
    for (var i = 0; i < 1_000; i++) property.holdsFor(Term.any(random));
  }

  private record Term(
      AgencyId agency, Instant submittedAt, WorkingTime allotted, List<Pause> pauses, long seed) {

    static Term any(Random random) {
      var agency = TestCalendar.AGENCIES.get(random.nextInt(TestCalendar.AGENCIES.size()));
      var submitted = at("2026-12-20T00:00").plusSeconds(random.nextInt(60 * 24 * 3600));
      var allotted = WorkingTime.minutes(30 + random.nextInt(20 * 8 * 60));
      var pauses = new ArrayList<Pause>();
      // Within two hours of the start at first, so that the term has not run out when it pauses.
      var from = submitted;
      for (var i = random.nextInt(3); i > 0; i--) {
        from = from.plusSeconds(random.nextInt(600));
        var to = from.plusSeconds(random.nextInt(20 * 24 * 3600));
        pauses.add(new Pause(i == 2 ? Why.ADDITIONS : Why.PAYMENT, from, to));
        from = to;
      }
      return new Term(agency, submitted, allotted, pauses, random.nextLong());
    }

    ExplainedTerm explained(WorkingCalendar calendar) {
      return TermReckoning.explain(
          working(allotted), submittedAt, pauses, agency, calendar, at("2030-01-01T00:00"));
    }

    Instant momentBefore(Instant due) {
      var from = pauses.isEmpty() ? submittedAt : requireNonNull(pauses.getLast().to());
      var seconds = Duration.between(from, due).toSeconds();
      return from.plusSeconds(new Random(seed).nextLong(Math.max(1, seconds)));
    }

    Duration someTime() {
      return Duration.ofSeconds(new Random(seed + 1).nextInt(10 * 24 * 3600));
    }

    Term pausedBesides(Instant from, Instant to) {
      var more = new ArrayList<>(pauses);
      more.add(new Pause(Why.ADDITIONS, from, to));
      return new Term(agency, submittedAt, allotted, more, seed);
    }

    Term longerBy(Duration time) {
      var longer = new ArrayList<>(pauses);
      var last = longer.removeLast();
      longer.add(new Pause(last.why(), last.from(), requireNonNull(last.to()).plus(time)));
      return new Term(agency, submittedAt, allotted, longer, seed);
    }
  }

  private Instant due(Instant submitted, WorkingTime allotted, AgencyId agency) {
    return explain(working(allotted), submitted, List.of(), agency).dueAt();
  }

  private ExplainedTerm explain(
      TimeLimit limit, Instant submitted, List<Pause> pauses, AgencyId agency) {
    return TermReckoning.explain(
        limit, submitted, pauses, agency, calendar, at("2030-01-01T00:00"));
  }

  private static TimeLimit working(WorkingTime time) {
    return new TimeLimit(ANY, null, new Allotted.Working(time), null);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CountryTime.ZONE).toInstant();
  }
}
