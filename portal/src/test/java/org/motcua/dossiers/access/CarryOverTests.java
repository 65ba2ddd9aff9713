package org.motcua.dossiers.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.model.CarriedOver;
import org.motcua.dossiers.model.CarriedOverStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.TestServices;
import org.motcua.forms.Forms;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.testing.MovableClock;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A draft meets a newer version of its service. */
@SpringBootTest
@AutoConfigureMockMvc
class CarryOverTests {

  @TempDir private Path own;

  @Autowired MockMvcTester mvc;
  @Autowired BirthDrafts drafts;
  @Autowired DossierStore dossiers;
  @Autowired CarriedOverStore carriedOvers;
  @Autowired Forms forms;
  @Autowired TransactionTemplate transaction;
  @Autowired AuditTrail audit;
  @Autowired MovableClock clock;

  @BeforeEach
  void onThatDay() {
    clock.moveTo(BirthDrafts.today());
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whatFitsIsKeptAndWhatDoesNotIsPutAsideAndTold() {
    var mother = drafts.mother();
    var id = drafts.complete(mother);
    var before = drafts.get(id);

    var carried =
        carryOver(form -> form.replace("id: contact.phone", "id: contact.mobile"))
            .toVersionInForce(before);

    assertThat(carried.service().version()).isEqualTo(2);
    assertThat(carried.answers()).isEqualTo(before.answers().without("contact.phone"));
    assertThat(carried.attachments()).isEqualTo(before.attachments());
    assertThat(drafts.get(id)).isEqualTo(carried);
    assertThat(carriedOvers.find(id)).hasValueSatisfying(CarryOverTests::tellsOfThePhone);

    assertThat(mvc.get().uri("/my/dossiers/" + id).with(SignedIn.as(mother)))
        .hasStatusOk()
        .bodyText()
        .contains("Tờ khai đã thay đổi", "Số điện thoại liên hệ");
    assertThat(mvc.get().uri("/my/dossiers/" + id + "/review").with(SignedIn.as(mother)))
        .bodyText()
        .contains("Tờ khai đã thay đổi");
  }

  private static void tellsOfThePhone(CarriedOver told) {
    assertThat(told.fromVersion()).isEqualTo(1);
    assertThat(told.toVersion()).isEqualTo(2);
    assertThat(told.aside())
        .singleElement()
        .satisfies(
            aside -> {
              assertThat(aside.question()).isEqualTo("contact.phone");
              assertThat(aside.answer().vi()).isNotBlank();
            });
  }

  @Test
  void anAnswerOfAnotherKindIsPutAside() {
    var draft = drafts.get(drafts.complete(drafts.mother()));
    var carried =
        carryOver(form -> form.replace("type: phone", "type: text")).toVersionInForce(draft);
    assertThat(carried.answers().has("contact.phone")).isFalse();
    assertThat(carriedOvers.find(draft.id())).hasValueSatisfying(CarryOverTests::tellsOfThePhone);
  }

  @Test
  void whatIsHandedInStaysUnderItsVersion() {
    var draft = drafts.get(drafts.complete(drafts.mother()));
    var now = draft.changedAt();
    var agency = new AgencyId("000.00.00.H49");
    var code = DossierCode.of(agency.decision20(), LocalDate.of(2026, 11, 21), 1);
    var submitted =
        draft.submit(
            new Dossier.Submission(code, agency, draft.answers(), Delivery.ONLINE, now, now), now);
    assertThat(carryOver(UnaryOperator.identity()).toVersionInForce(submitted))
        .isEqualTo(submitted);
  }

  private CarryOver carryOver(UnaryOperator<String> change) {
    return new CarryOver(
        TestServices.withSecondVersion(own, change, clock),
        dossiers,
        carriedOvers,
        forms,
        transaction,
        audit,
        clock);
  }
}
