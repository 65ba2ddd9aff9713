package org.motcua.dossiers.submitting;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.dossiers.model.HistoryEntry.Event.SUBMITTED;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.testing.Phones;
import org.motcua.testing.PowerCompany;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The connection to the database is cut before each of the steps of a submission, the commit
 * included: of an application that two others have signed, that costs something and is handed over
 * to the electricity company.
 */
class KilledSubmissionTests extends DossiersTest {

  private static final Pattern CONTENT = Pattern.compile("name=\"content\" value=\"([0-9a-f]+)\"");

  @Autowired DossierStore dossiers;
  @Autowired ChargeStore charges;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  @Test
  void whereverItIsCutOffNothingIsHalfDoneAndTheSameClickSubmitsItOnce() {
    var another = births.mother();
    var steps = Statements.of(submitting(signed(another), another, new AtomicReference<>()));
    var commit = commitOf(steps);
    assertThat(commit).as("steps until it is kept").isGreaterThan(20);

    var owner = births.mother();
    var id = signed(owner);
    var before = dossier(id);
    var serial = lastSerial();
    for (var step = 1; step <= commit; step++) {
      var answer = cutOffBefore(step, id, owner);
      assertThat(answer).as("cut off before %s", steps.get(step - 1)).hasStatus(503);
      assertThat(text(answer))
          .contains("Dịch vụ tạm thời gián đoạn")
          .contains(requireNonNull(answer.getResponse().getHeader("X-Reference")));
      assertStillTheSame(before, owner);
    }

    cutOffBefore(commit + 1, id, owner);
    assertThat(submit(id, owner)).hasRedirectedUrl(mine(id) + "?submitted");
    assertSubmittedOnce(id, owner);
    // A number once given is not given again, though what it was for came to nothing.
    assertThat(lastSerial()).isGreaterThan(serial);
  }

  /** The place of the commit that keeps it, counted from 1. */
  private static int commitOf(List<String> steps) {
    for (var step = 0; step < steps.size(); step++) {
      if (steps.get(step).contains("update dossiers.dossier")) {
        return step + 1 + steps.subList(step, steps.size()).indexOf("commit");
      }
    }
    throw new AssertionError("Nothing was kept in " + steps);
  }

  private MvcTestResult cutOffBefore(int step, DossierId id, CurrentUser owner) {
    var answer = new AtomicReference<@Nullable MvcTestResult>();
    Statements.cutOffBefore(step, submitting(id, owner, answer));
    return requireNonNull(answer.get());
  }

  private Runnable submitting(
      DossierId id, CurrentUser owner, AtomicReference<@Nullable MvcTestResult> answer) {
    return () -> answer.set(submit(id, owner));
  }

  private MvcTestResult submit(DossierId id, CurrentUser owner) {
    return as(owner).send(mine(id) + "/submission", "declared", "true");
  }

  private void assertStillTheSame(Dossier before, CurrentUser owner) {
    var id = before.id();
    assertThat(dossier(id)).isEqualTo(before);
    assertThat(dossiers.historyOf(id)).extracting(HistoryEntry::event).doesNotContain(SUBMITTED);
    assertThat(charges.find(id)).isEmpty();
    assertThat(count("dossiers.handed_in where dossier = :id::uuid", id)).isZero();
    assertThat(count("identity.consent where object = 'dossier:' || :id", id)).isZero();
    assertThat(count("platform.scheduled_tasks where task_instance = :id", id)).isZero();
    assertThat(unfinishedEventsOf(id)).isZero();
    assertThat(births.noticesTo(owner)).doesNotContainKey("dossiers.notice.submitted");
  }

  private void assertSubmittedOnce(DossierId id, CurrentUser owner) {
    var code = dossier(id).submittedCode().value();
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(() -> assertThat(dossier(id).status()).isEqualTo(DossierStatus.ACCEPTED));
    await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(unfinishedEventsOf(id)).isZero());
    assertThat(dossier(id).submittedCode().value()).isEqualTo(code);
    assertThat(dossiers.historyOf(id))
        .extracting(HistoryEntry::event)
        .containsExactly(Event.SIGNED, Event.SIGNED, SUBMITTED, Event.OUTSIDE_ACCEPTED);
    assertThat(charges.find(id).orElseThrow().total()).isEqualTo(90_000);
    assertThat(count("dossiers.handed_in where dossier = :id::uuid", id)).isOne();
    assertThat(count("identity.consent where object = 'dossier:' || :id", id)).isOne();
    assertThat(PowerCompany.codeOf(code)).isPresent();
    assertThat(PowerCompany.timesAsked(code)).isOne();
    assertThat(births.noticesTo(owner))
        .containsEntry("dossiers.notice.submitted", 1)
        .containsEntry("dossiers.notice.outside_accepted", 1)
        .containsEntry("dossiers.notice.sign_done", 2);
    assertThat(Phones.awaitSmsWith(code, births.phoneOf(owner))).contains(code);
  }

  /** Filled in, and signed by both. */
  private DossierId signed(CurrentUser owner) {
    var partner = births.mother().knownAs(LevelOfAssurance.LOA3);
    var guarantor = births.mother().knownAs(LevelOfAssurance.LOA3);
    var id = begin(owner, "co-signed-power");
    as(owner)
        .send(
            mine(id) + "/pages/agreement",
            "place.province",
            "22",
            "place.district",
            "193",
            "place.commune",
            "06697",
            "place.street",
            "Số 5",
            "amount",
            "900000",
            "partner",
            number(partner),
            "guarantor",
            number(guarantor));
    as(owner).upload(mine(id) + "/papers", "plan", "so-do.pdf", Files.pdf());
    as(owner).send(mine(id) + "/signers");
    sign(id, partner);
    sign(id, guarantor);
    return id;
  }

  private void sign(DossierId id, CurrentUser who) {
    var content = CONTENT.matcher(text(as(who).open(mine(id) + "/signature")));
    assertThat(content.find()).isTrue();
    as(who).send(mine(id) + "/signature", "content", content.group(1), "declared", "true");
  }

  private String number(CurrentUser who) {
    return requireNonNull(accounts.getPerson(who.id()).citizenId());
  }

  private int unfinishedEventsOf(DossierId id) {
    return count("platform.event_publication where serialized_event like '%' || :id || '%'", id);
  }

  private int count(String rows, DossierId id) {
    return jdbc.sql("select count(*) from " + rows)
        .param("id", id.toString())
        .query(Integer.class)
        .single();
  }

  private int lastSerial() {
    return jdbc.sql("select coalesce(sum(last), 0) from dossiers.serial")
        .query(Integer.class)
        .single();
  }
}
