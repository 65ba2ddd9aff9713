package org.motcua.dossiers.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An officer with posts at two agencies sits at one of them at a time. */
class ChosenDeskTests extends DossiersTest {

  @Autowired Posts posts;

  private final CurrentUser officer = Officers.newcomer("Hai Bàn");
  private @Nullable Cookie session;
  private AgencyId hongHa = new AgencyId("000.00.19.H26");
  private AgencyId baiChay = hongHa;
  private DossierId id = DossierId.next();

  @BeforeEach
  void anOfficerAtTwoDesks() {
    hongHa = agencyOf(Officers.hongHaReception());
    baiChay = agencyOf(Officers.baiChayReception());
    appoint(hongHa);
    appoint(baiChay);
    id = submittedBy(births.mother());
  }

  @Test
  void heSeesTheDossiersOfTheDeskAtWhichHeSits() {
    sit(baiChay);
    assertThat(text(open("/desk")))
        .contains("<option value=\"" + hongHa + "\"", "<option value=\"" + baiChay + "\" selected");
    assertThat(open(desk(id))).hasStatus(404);

    sit(hongHa);
    assertThat(open(desk(id))).hasStatusOk();
    assertThat(text(open("/desk"))).contains("<option value=\"" + hongHa + "\" selected");
  }

  @Test
  void aDeskThatIsNotHisIsNotChosen() {
    sit(hongHa);
    sit(new AgencyId("000.00.00.G22"));
    assertThat(open(desk(id))).hasStatusOk();
  }

  @Test
  void whoLosesThePostSitsAtTheOther() {
    sit(hongHa);
    posts.dismiss(post(hongHa), "test");
    assertThat(open(desk(id))).hasStatus(404);
    assertThat(text(open("/desk"))).doesNotContain("id=\"desk-agency\"");
  }

  private void sit(AgencyId agency) {
    var chosen = send(mvc.post().uri("/desk/agency").param("agency", agency.value()).with(csrf()));
    assertThat(chosen).hasRedirectedUrl("/desk");
    var given = chosen.getResponse().getCookie("SESSION");
    if (given != null) session = given;
  }

  private MvcTestResult open(String path) {
    return send(mvc.get().uri(path));
  }

  private MvcTestResult send(MockMvcRequestBuilder request) {
    if (session != null) request.cookie(session);
    return request.with(SignedIn.as(officer)).exchange();
  }

  private void appoint(AgencyId agency) {
    posts.appoint(post(agency), "test");
  }

  private Post post(AgencyId agency) {
    return new Post(new OfficerId(officer.id().value()), agency, Role.RECEPTION);
  }

  private AgencyId agencyOf(CurrentUser other) {
    return posts.postsOf(new OfficerId(other.id().value())).getFirst().agency();
  }
}
