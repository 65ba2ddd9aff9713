package org.motcua.organisation.appointing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.organisation.UnitCode;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The officers of the demo, so that the whole way of a dossier can be walked at once. Identity
 * gives them accounts and derives their numbers from their sign-in names in the same way.
 */
@Component
@ConditionalOnProperty("motcua.demo")
class DemoPosts implements ApplicationRunner {

  private static final UnitCode HA_LONG = new UnitCode("193");
  private static final UnitCode HONG_HA = new UnitCode("06697");
  private static final UnitCode BAI_CHAY = new UnitCode("06673");

  private static final List<DemoOfficer> OFFICERS =
      List.of(
          new DemoOfficer("hongha.reception", HONG_HA, List.of(Role.RECEPTION, Role.RESULT_DESK)),
          new DemoOfficer("hongha.specialist", HONG_HA, List.of(Role.SPECIALIST)),
          new DemoOfficer("hongha.leader", HONG_HA, List.of(Role.LEADER)),
          new DemoOfficer(
              "baichay.reception",
              BAI_CHAY,
              List.of(Role.RECEPTION, Role.SPECIALIST, Role.RESULT_DESK)),
          new DemoOfficer("baichay.leader", BAI_CHAY, List.of(Role.LEADER)),
          new DemoOfficer("halong.admin", HA_LONG, List.of(Role.ADMINISTRATOR)));

  private final Organisation organisation;
  private final Posts posts;

  DemoPosts(Organisation organisation, Posts posts) {
    this.organisation = organisation;
    this.posts = posts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    OFFICERS.forEach(this::appoint);
  }

  private void appoint(DemoOfficer officer) {
    if (!posts.postsOf(officer.id()).isEmpty()) return;
    var agency = committeeOf(officer.unit());
    for (var role : officer.roles()) {
      posts.appoint(new Post(officer.id(), agency, role), "system:organisation");
    }
  }

  private AgencyId committeeOf(UnitCode unit) {
    return organisation
        .committeeOf(unit)
        .orElseThrow(() -> new NoSuchElementException("No committee governs " + unit))
        .id();
  }

  record DemoOfficer(String signInName, UnitCode unit, List<Role> roles) {

    OfficerId id() {
      return new OfficerId(
          UUID.nameUUIDFromBytes(("motcua-demo-officer:" + signInName).getBytes(UTF_8)));
    }
  }
}
