package org.motcua.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.identity.DemoPeople;
import org.motcua.organisation.Deadline.DayKind;
import org.motcua.organisation.model.CalendarStore;
import org.motcua.organisation.model.SpecialDay;
import org.motcua.platform.clock.CountryTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class OrganisationModuleTest {

  private static final UnitCode HONG_HA = new UnitCode("06697");
  private static final UnitCode CA_MAU = new UnitCode("96");

  @Autowired Organisation organisation;
  @Autowired Posts posts;
  @Autowired WorkingCalendar calendar;
  @Autowired CalendarStore days;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void loadsTheCountryIntoAnEmptyDatabase() {
    assertThat(organisation.provinces()).hasSize(63);
    assertThat(count("organisation.unit")).isEqualTo(63 + 705 + 10_599);
    assertThat(count("organisation.agency")).isEqualTo(23 + 63 + 630 + 705 + 10_599);
    assertThat(organisation.pathName(HONG_HA))
        .isEqualTo("Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh");
    assertThat(organisation.provinceOf(HONG_HA).map(Unit::name)).contains("Quảng Ninh");
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void putsTheDemoOfficersIntoTheirPosts() {
    var hongHa = organisation.committeeOf(HONG_HA).orElseThrow().id();
    assertThat(posts.holds(demoOfficer("hongha.reception"), hongHa, Role.RECEPTION)).isTrue();
    assertThat(posts.holds(demoOfficer("hongha.leader"), hongHa, Role.LEADER)).isTrue();
    assertThat(posts.postsOf(demoOfficer("baichay.leader")))
        .allSatisfy(post -> assertThat(post.agency()).isNotEqualTo(hongHa));
    assertThat(posts.postsOf(demoOfficer("halong.admin")))
        .allSatisfy(post -> assertThat(organisation.isWithin(hongHa, post.agency())).isTrue())
        .extracting(Post::role)
        .containsExactly(Role.ADMINISTRATOR);
  }

  private static OfficerId demoOfficer(String signInName) {
    return new OfficerId(DemoPeople.officer(signInName).value());
  }

  @Test
  void appointsOnceHoweverOftenItIsAsked() {
    var officer = new OfficerId(UUID.randomUUID());
    var post = new Post(officer, new AgencyId("000.00.15.H49"), Role.SPECIALIST);
    posts.appoint(post, "system:test");
    posts.appoint(post, "system:test");
    assertThat(posts.postsOf(officer)).containsExactly(post);
    assertThat(posts.officersAt(post.agency())).contains(post);
    assertThat(entriesAbout(officer)).isEqualTo(1);

    posts.dismiss(post, "system:test");
    posts.dismiss(post, "system:test");
    assertThat(posts.postsOf(officer)).isEmpty();
    assertThat(entriesAbout(officer)).isEqualTo(2);
  }

  private int entriesAbout(OfficerId officer) {
    return jdbc.sql(
            """
            select count(*) from platform.audit_entry
            where object_type = 'officer' and object_id = :officer
            """)
        .param("officer", officer.toString())
        .query(Integer.class)
        .single();
  }

  @Test
  void reckonsByTheHolidaysOfEachYear() {
    var hongHa = organisation.committeeOf(HONG_HA).orElseThrow().id();
    var deadline = calendar.dueAt(at("2020-01-22T15:00"), WorkingTime.days(1), hongHa);

    assertThat(deadline.dueAt()).isEqualTo(at("2020-01-30T15:00"));
    assertThat(deadline.explanation())
        .filteredOn(day -> day.kind() == DayKind.HOLIDAY)
        .extracting(day -> day.name() + " " + day.date().getDayOfMonth())
        .startsWith("Tết Nguyên đán 23")
        .endsWith("Nghỉ bù Tết Nguyên đán 29")
        .hasSize(7);
    assertThat(calendar.workingTimeBetween(at("2019-01-04T17:30"), at("2019-01-07T07:30"), hongHa))
        .isEqualTo(WorkingTime.days(1));
  }

  @Test
  void knowsAtLeastElevenDaysOffInEveryYearFrom2019To2027() {
    for (var year = 2019; year <= 2027; year++) {
      var first = LocalDate.of(year, 1, 1);
      assertThat(days.listSpecialDays(Year.of(year)))
          .filteredOn(day -> day.kind() == SpecialDay.Kind.HOLIDAY)
          .as("days off in %d", year)
          .hasSizeGreaterThanOrEqualTo(year < 2021 ? 10 : 11)
          .extracting(SpecialDay::day)
          .contains(
              first, first.withMonth(4).withDayOfMonth(30), first.withMonth(9).withDayOfMonth(2));
    }
  }

  @Test
  void hearsOfAChangedCalendarAtOnce() {
    var agency = organisation.committeeOf(CA_MAU).orElseThrow().id();
    var start = at("2031-03-05T16:30");
    assertThat(due(start, agency)).isEqualTo(at("2031-03-06T08:30"));

    var festival =
        new SpecialDay(
            LocalDate.of(2031, 3, 6), CA_MAU, SpecialDay.Kind.HOLIDAY, "Lễ hội", "Festival", true);
    change(() -> days.save(festival));
    await().untilAsserted(() -> assertThat(due(start, agency)).isEqualTo(at("2031-03-07T08:30")));

    change(() -> days.remove(festival.day(), CA_MAU));
    await().untilAsserted(() -> assertThat(due(start, agency)).isEqualTo(at("2031-03-06T08:30")));
  }

  private void change(Runnable what) {
    transaction.executeWithoutResult(
        status -> {
          what.run();
          days.announceChange();
        });
  }

  private Instant due(Instant start, AgencyId agency) {
    return calendar.dueAt(start, WorkingTime.hours(2), agency).dueAt();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CountryTime.ZONE).toInstant();
  }
}
