package org.motcua.dossiers.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.handling.Urgency.Moments;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.QueueRow;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.AccountId;

class UrgencyTest {

  /** Two in the afternoon. */
  private static final Moments MOMENTS =
      new Moments(at("23T14:00"), at("24T00:00"), at("25T14:00"));

  @ParameterizedTest
  @CsvSource({
    "REGISTERED, 25T10:00, 27T17:30, ANSWER",
    "REGISTERED, 23T10:00, 27T17:30, ANSWER_LATE",
    // Of what is due the same day, the result comes before the first answer.
    "REGISTERED, 25T10:00, 23T17:30, TODAY",
    "REGISTERED, 25T12:00, 25T10:00, SOON",
    "REGISTERED, 25T10:00, 23T13:30, LATE",
    "ACCEPTED, 25T10:00, 23T17:30, TODAY",
    "IN_PROCESS, 25T10:00, 27T17:30, NONE",
    "ADDITIONS_REQUESTED, 23T10:00, 23T13:30, WAITING",
    "FINISHED, 23T10:00, 23T13:30, READY"
  })
  void whatIsDueFirstIsTold(DossierStatus status, String answerBy, String dueAt, Urgency expected) {
    assertThat(Urgency.of(row(status, at(answerBy), at(dueAt)), MOMENTS)).isEqualTo(expected);
  }

  private static QueueRow row(DossierStatus status, Instant answerBy, Instant dueAt) {
    return new QueueRow(
        DossierId.next(),
        DossierCode.parse("H49.31.17-261123-0001").orElseThrow(),
        new AccountId(UUID.randomUUID()),
        "Nguyễn Thị Mai",
        new ServiceSlug("birth-registration"),
        1,
        status,
        null,
        answerBy,
        dueAt,
        null,
        Delivery.ONLINE,
        dueAt);
  }

  private static Instant at(String dayAndTime) {
    return Instant.parse("2026-11-" + dayAndTime + ":00Z");
  }
}
