package org.motcua.dossiers.submitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.io.IOException;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.handling.Agency;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.paying.PayingFees;
import org.motcua.eservices.Audience;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.FilledExample;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Situation;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.testing.Enterprises;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks every example of every service that ships from its draft to its submission, through the
 * pages that an applicant sees: what is right is handed in to the agency that it is for, and goes
 * through the officers' pages along its whole route until the result is returned; what is wrong is
 * told and nothing is handed in.
 */
class EveryServiceTests extends DossiersTest {

  @Autowired OnlineServices services;
  @Autowired Organisation organisation;
  @Autowired DossierStore dossiers;
  @Autowired ChargeStore charges;
  @Autowired Posts posts;
  @Autowired PayingFees paying;

  private Agency agency;

  @BeforeEach
  void openTheAgencies() {
    agency = new Agency(mvc, posts, dossiers, charges);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleComesToItsResultOrIsToldWhatIsWrong() throws IOException {
    return FilledExample.all().stream()
        .map(example -> DynamicTest.dynamicTest(example.toString(), () -> walk(example)));
  }

  private void walk(FilledExample example) {
    goTo(example.today(), LocalTime.of(9, 0));
    var service = services.get(example.service());
    var applicant = applicantOf(service);
    var id = begin(applicant, service.slug().value());
    new FilledForms(mvc, dossiers).fillIn(id, service, example, applicant);

    var review = as(applicant).open(mine(id) + "/review");
    assertThat(review).hasStatusOk();
    var delivery = deliveryOf(service, example);
    var answer =
        as(applicant)
            .send(mine(id) + "/submission", "declared", "true", "delivery", delivery.name());
    if (example.faults().isEmpty()) {
      if (paying.isToPayFirst(id)) {
        paying.pay(id);
        answer =
            as(applicant)
                .send(mine(id) + "/submission", "declared", "true", "delivery", delivery.name());
      }
      assertThat(answer).hasRedirectedUrl(mine(id) + "?submitted");
      assertHandedIn(dossier(id), service, example);
      assertThat(as(applicant).open(mine(id) + "?submitted=")).hasStatusOk();
      if (service.handedTo() == null) agency.handle(id, service);
    } else {
      assertThat(answer).hasStatusOk();
      assertThat(text(answer)).contains(example.faults());
      assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
    }
  }

  /** Of those that are handed over at the counter at all, every other one is. */
  private static Delivery deliveryOf(OnlineService service, FilledExample example) {
    boolean counter = service.deliveries().contains(Delivery.COUNTER);
    return counter && example.toString().hashCode() % 2 == 0 ? Delivery.COUNTER : Delivery.ONLINE;
  }

  private CurrentUser applicantOf(OnlineService service) {
    var user =
        service.audience().contains(Audience.CITIZEN) ? births.mother() : Enterprises.saoVang();
    return user.knownAs(LevelOfAssurance.LOA3);
  }

  private void assertHandedIn(Dossier dossier, OnlineService service, FilledExample example) {
    var situation = situation(dossier, service, example);
    var receiver = service.receiver().find(situation, organisation).orElseThrow();
    // Whoever handles it outside may have been quick.
    assertThat(dossier.status())
        .isIn(
            service.handedTo() == null
                ? List.of(DossierStatus.REGISTERED)
                : List.of(DossierStatus.REGISTERED, DossierStatus.ACCEPTED));
    assertThat(dossier.decidingAgency()).isEqualTo(receiver.id());
    assertThat(dossier.submittedCode().value()).startsWith(receiver.id().decision20() + "-");
    assertThat(dossier.term().dueAt()).isAfter(dossier.changedAt());
    if (example.fee() != null) {
      var fee = service.feesIn(situation).stream().mapToLong(line -> line.dong()).sum();
      assertThat(fee).isEqualTo(example.fee());
    }
  }

  private static Situation situation(
      Dossier dossier, OnlineService service, FilledExample example) {
    return service.form().situation(dossier.answers(), example.today());
  }
}
