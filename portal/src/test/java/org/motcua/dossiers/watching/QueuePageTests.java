package org.motcua.dossiers.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossiersTest;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.Clicks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Today is Saturday, 21 November 2026. */
class QueuePageTests extends DossiersTest {

  /** Nobody hands in anything there in other tests. */
  private static final String AGENCY = "000.00.00.H57";

  private static final String PAGE = "/agencies/" + AGENCY + "/queue";

  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @AfterEach
  void nothingIsLeft() {
    jdbc.sql("delete from dossiers.dossier where agency = :agency")
        .param("agency", AGENCY)
        .update();
  }

  @Test
  void anybodySeesWhatWasReceivedAndHowItWasDecided() {
    lie(6, 4, at(21, 8), at(24, 8)); // today
    lie(2, 1, at(17, 8), at(20, 8)); // this week, late by now
    lie(5, 2, at(3, 8), at(27, 8)); // this month
    decided(7, "birth-registration", at(2, 8), Duration.ofHours(6), Duration.ofHours(24));
    decided(5, "birth-registration", at(2, 8), Duration.ofHours(30), Duration.ofHours(24));
    decided(2, "marriage-registration", at(2, 8), Duration.ofHours(50), Duration.ofHours(99));

    var page = page("en");
    assertThat(page)
        .containsSubsequence("Received", "Today", "6", "This week", "8", "This month", "27")
        .containsSubsequence("In time", "9", "Late", "5", "Share in time", "64 %")
        .containsSubsequence("Half took less than", "6 hours", "24 hours")
        .contains("Of other services fewer than five")
        .containsSubsequence("Open", "at least 11", "past their date", "fewer than 5")
        .containsSubsequence("Newly registered", "fewer than 5", "Accepted", "5", "In process", "6")
        .containsSubsequence("5/10", "26/10", "16/11")
        .doesNotContain("50 hours", "2 days");
    assertThat(page("vi")).contains("Tình hình giải quyết hồ sơ", "dưới 5", "ít nhất 11");
  }

  @Test
  void theSameIsThereForPrograms() {
    lie(6, 4, at(21, 8), at(24, 8));
    lie(2, 1, at(17, 8), at(20, 8));
    decided(5, "birth-registration", at(2, 8), Duration.ofHours(6), Duration.ofHours(24));
    var queue = json("/api" + PAGE);
    assertThat(queue.get("today").get("count").asInt()).isEqualTo(6);
    assertThat(queue.get("open").get("count").asInt()).isEqualTo(6);
    assertThat(queue.get("open").get("atLeast").asBoolean()).isTrue();
    assertThat(queue.get("overdue").get("fewerThan").asInt()).isEqualTo(5);
    assertThat(queue.get("overdue").has("count")).isFalse();
    assertThat(queue.get("onTime").get("count").asInt()).isEqualTo(5);
    assertThat(queue.get("late").get("count").asInt()).isZero();
    assertThat(queue.get("services").get(0).get("medianHours").asInt()).isEqualTo(6);
    assertThat(queue.get("weeks")).hasSize(8);
    assertThat(queue.get("weeks").get(7).get("monday").asString()).isEqualTo("2026-11-16");
    assertThat(queue.get("weeks").get(7).get("received").asInt()).isEqualTo(10);
    assertThat(mvc.get().uri("/api/agencies/H57/queue").exchange()).hasStatusOk();
  }

  @Test
  void aQuietAgencySaysSoAndAnUnknownOneIsNotThere() {
    assertThat(page("en")).contains("Nobody has handed in");
    assertThat(mvc.get().uri("/agencies/000.99.99.Z99/queue").exchange()).hasStatus(404);
    assertThat(mvc.get().uri("/agencies/nonsense/queue").exchange()).hasStatus(404);
    assertThat(mvc.get().uri("/api/agencies/000.99.99.Z99/queue").exchange()).hasStatus(404);
  }

  @Test
  void thePagesAroundLeadThere() {
    assertThat(mvc.get().uri("/agencies/" + AGENCY).exchange()).bodyText().contains(PAGE);
    assertThat(mvc.get().uri("/services/birth-registration").exchange())
        .bodyText()
        .contains("href=\"/agencies\"");
    var id = submittedBy(births.mother());
    var code = dossier(id).submittedCode().value();
    var phone = dossier(id).applicant().phone();
    var tracked =
        as(births.mother())
            .send("/track", "code", code, "digits", phone.substring(phone.length() - 4));
    assertThat(tracked).bodyText().contains("/agencies/" + dossier(id).decidingAgency() + "/queue");
  }

  private String page(String language) {
    return Clicks.text(mvc.get().uri(PAGE).param("lang", language).exchange());
  }

  private JsonNode json(String address) {
    var answer = mvc.get().uri(address).exchange();
    assertThat(answer).hasStatusOk();
    return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
  }

  private static Instant at(int day, int hour) {
    return LocalDate.of(2026, 11, day).atTime(hour, 0).atZone(CountryTime.ZONE).toInstant();
  }

  private void lie(int count, int status, Instant submitted, Instant due) {
    for (var n = 0; n < count; n++) add("birth-registration", status, submitted, due, null);
  }

  private void decided(int count, String service, Instant submitted, Duration took, Duration due) {
    for (var n = 0; n < count; n++) {
      add(service, 9, submitted, submitted.plus(due), submitted.plus(took));
    }
  }

  private void add(
      String service, int status, Instant submitted, Instant due, @Nullable Instant finished) {
    jdbc.sql(
            """
            insert into dossiers.dossier
              (id, code, applicant, applicant_name, phone, service, service_version,
               procedure_code, answers, status, agency, submitted_at, answer_by, due_at,
               finished_at, delivery, changed_at)
            values (:id, :code, :id, 'A', '0', :service, 1, '1.1', '{}', :status, :agency,
                    :submitted, :due, :due, :finished, 'ONLINE', :submitted)
            """)
        .param("id", UUID.randomUUID())
        .param("code", "Q-" + UUID.randomUUID())
        .param("service", service)
        .param("status", status)
        .param("agency", AGENCY)
        .param("submitted", submitted.atOffset(ZoneOffset.UTC))
        .param("due", due.atOffset(ZoneOffset.UTC))
        .param("finished", finished == null ? null : finished.atOffset(ZoneOffset.UTC))
        .update();
  }
}
