package org.motcua.dossiers.handling;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineService;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Any agency's officers at work through their pages: one receives and prepares, another decides, as
 * in an office of two.
 */
public class Agency {

  private final MockMvcTester mvc;
  private final Posts posts;
  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final Map<AgencyId, Office> offices = new HashMap<>();

  public Agency(MockMvcTester mvc, Posts posts, DossierStore dossiers, ChargeStore charges) {
    this.mvc = mvc;
    this.posts = posts;
    this.dossiers = dossiers;
    this.charges = charges;
  }

  private record Office(CurrentUser counter, CurrentUser leader) {}

  public void accept(DossierId id) {
    var office = offices.computeIfAbsent(get(id).decidingAgency(), this::open);
    act(office.counter(), id, "acceptance");
  }

  /** From what was handed in to what the applicant is given, along the service's own route. */
  public void handle(DossierId id, OnlineService service) {
    var office = offices.computeIfAbsent(get(id).decidingAgency(), this::open);
    act(office.counter(), id, "acceptance");
    if (get(id).status() == DossierStatus.PAYMENT_REQUESTED) {
      act(office.counter(), id, "fee", "receipt", "BL-1");
    }
    var first = service.route().get(1).role();
    act(first == Role.SPECIALIST ? office.counter() : office.leader(), id, "handling");
    for (int step = 1; get(id).status() == DossierStatus.IN_PROCESS; step++) {
      var role = service.route().get(step).role();
      var who = role == Role.SPECIALIST ? office.counter() : office.leader();
      if (decides(step, service)) act(who, id, "decision", "step", "" + step, "verdict", "approve");
      else act(who, id, "preparation", "step", "" + step);
    }
    if (charges.find(id).filter(charge -> charge.settlement() == null).isPresent())
      act(office.counter(), id, "fee", "receipt", "BL-1");
    give(id, service, office);
  }

  private static boolean decides(int step, OnlineService service) {
    var after = service.route().stream().skip(step + 1L);
    return after.allMatch(later -> later.role() == Role.RESULT_DESK);
  }

  private void give(DossierId id, OnlineService service, Office office) {
    if (service.result() == null) {
      assertThat(get(id).status()).isEqualTo(DossierStatus.FINISHED);
      return;
    }
    await().atMost(ofSeconds(30)).until(() -> get(id).result() != null);
    if (get(id).delivery() == Delivery.COUNTER) {
      assertThat(get(id).status()).isEqualTo(DossierStatus.FINISHED);
      act(office.counter(), id, "return", "takenBy", "Nguyễn Thị Mai");
    }
    assertThat(get(id).status()).isEqualTo(DossierStatus.RETURNED);
  }

  private void act(CurrentUser officer, DossierId id, String what, String... fields) {
    var here = "/desk/dossiers/" + id;
    var page = Clicks.of(officer, mvc).open(here);
    assertThat(page).hasStatusOk();
    assertThat(text(page)).contains(get(id).submittedCode().value());
    assertThat(Clicks.of(officer, mvc).send(here + "/" + what, fields))
        .as(what)
        .hasRedirectedUrl(here + "?done");
  }

  private Office open(AgencyId agency) {
    var office = new Office(Officers.newcomer("Nguyễn Văn Một"), Officers.newcomer("Trần Thị Cửa"));
    appoint(office.counter(), agency, List.of(Role.RECEPTION, Role.SPECIALIST, Role.RESULT_DESK));
    appoint(office.leader(), agency, List.of(Role.HEAD, Role.LEADER));
    return office;
  }

  private void appoint(CurrentUser officer, AgencyId agency, List<Role> roles) {
    for (var role : roles) {
      posts.appoint(new Post(new OfficerId(officer.id().value()), agency, role), "test");
    }
  }

  private Dossier get(DossierId id) {
    return dossiers.find(id).orElseThrow();
  }
}
