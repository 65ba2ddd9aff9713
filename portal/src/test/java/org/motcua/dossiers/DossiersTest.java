package org.motcua.dossiers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.motcua.dossiers.model.Dossier;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.Clicks;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The portal with its clock at the day of the examples, and the acts that most tests begin with.
 */
@SpringBootTest
@AutoConfigureMockMvc
public abstract class DossiersTest {

  @Autowired protected MockMvcTester mvc;
  @Autowired protected BirthDrafts births;
  @Autowired Clock clock;

  @BeforeEach
  void goToTheDayOfTheExamples() {
    movable().moveTo(BirthDrafts.today());
  }

  @AfterEach
  void resetClock() {
    movable().reset();
  }

  protected void goTo(LocalDate day, LocalTime time) {
    movable().moveTo(day.atTime(time).atZone(CountryTime.ZONE).toInstant());
  }

  protected Clicks as(CurrentUser user) {
    return Clicks.of(user, mvc);
  }

  protected static String mine(DossierId id) {
    return "/my/dossiers/" + id;
  }

  protected static String desk(DossierId id) {
    return "/desk/dossiers/" + id;
  }

  /** A draft of this service, besides those that wait. */
  protected DossierId begin(CurrentUser applicant, String service) {
    var begun = as(applicant).send("/my/dossiers", "service", service, "another", "true");
    var address = requireNonNull(begun.getResponse().getRedirectedUrl());
    return new DossierId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
  }

  protected DossierId submittedBy(CurrentUser mother) {
    var id = births.complete(mother);
    assertThat(as(mother).send(mine(id) + "/submission", "declared", "true"))
        .hasStatus3xxRedirection();
    return id;
  }

  protected Dossier dossier(DossierId id) {
    return births.get(id);
  }

  private MovableClock movable() {
    return (MovableClock) clock;
  }
}
