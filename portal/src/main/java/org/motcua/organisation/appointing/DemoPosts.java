package org.motcua.organisation.appointing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.DepartmentKind;
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

  private static final UnitCode PROVINCE = new UnitCode("22");
  private static final UnitCode HA_LONG = new UnitCode("193");
  private static final UnitCode HONG_HA = new UnitCode("06697");
  private static final UnitCode BAI_CHAY = new UnitCode("06673");
  private static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");
  private static final AgencyId MINISTRY_OF_JUSTICE = new AgencyId("000.00.00.G15");
  private static final AgencyId QUANG_NINH = new AgencyId("000.00.00.H49");

  private final Organisation organisation;
  private final Posts posts;

  DemoPosts(Organisation organisation, Posts posts) {
    this.organisation = organisation;
    this.posts = posts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    appoint("hongha.reception", HONG_HA, Role.RECEPTION, Role.RESULT_DESK);
    appoint("hongha.specialist", HONG_HA, Role.SPECIALIST);
    appoint("hongha.leader", HONG_HA, Role.LEADER);
    appoint("baichay.reception", BAI_CHAY, Role.RECEPTION, Role.SPECIALIST, Role.RESULT_DESK);
    appoint("baichay.leader", BAI_CHAY, Role.LEADER);
    appoint("halong.admin", HA_LONG, Role.ADMINISTRATOR);
    appoint("halong.reception", HA_LONG, Role.RECEPTION, Role.SPECIALIST, Role.RESULT_DESK);
    appoint("halong.leader", HA_LONG, Role.LEADER);
    appoint("halong.accountant", HA_LONG, Role.ACCOUNTANT);
    appointTwo("congan", DepartmentKind.POLICE);
    appointTwo("congthuong", DepartmentKind.TRADE);
    appointTwo("baohiem", DepartmentKind.SOCIAL_INSURANCE);
    appoint("vpcp.admin", GOVERNMENT_OFFICE, Role.ADMINISTRATOR);
    appoint("vpcp.hotline", GOVERNMENT_OFFICE, Role.SUPPORT);
    appoint("vpcp.control", GOVERNMENT_OFFICE, Role.PROCEDURE_CONTROLLER);
    appoint("vpcp.accountant", GOVERNMENT_OFFICE, Role.ACCOUNTANT);
    appoint("vpcp.accountant2", GOVERNMENT_OFFICE, Role.ACCOUNTANT);
    appoint("tuphap.editor", MINISTRY_OF_JUSTICE, Role.PROCEDURE_EDITOR);
    appoint("tuphap.control", MINISTRY_OF_JUSTICE, Role.PROCEDURE_CONTROLLER);
    appoint("quangninh.editor", QUANG_NINH, Role.PROCEDURE_EDITOR);
    appoint("quangninh.control", QUANG_NINH, Role.PROCEDURE_CONTROLLER);
  }

  /** One who receives and prepares, and one who decides, at a department of the province. */
  private void appointTwo(String name, DepartmentKind kind) {
    if (!posts.postsOf(officer(name + ".leader")).isEmpty()) return;
    var department =
        organisation
            .department(kind, PROVINCE)
            .orElseThrow(() -> new NoSuchElementException("No " + kind + " in " + PROVINCE));
    appoint(
        name + ".reception", department.id(), Role.RECEPTION, Role.SPECIALIST, Role.RESULT_DESK);
    appoint(name + ".leader", department.id(), Role.HEAD, Role.LEADER);
  }

  private void appoint(String signInName, UnitCode unit, Role... roles) {
    // After a reform this unit may have ended; who has a post keeps it.
    if (!posts.postsOf(officer(signInName)).isEmpty()) return;
    var committee =
        organisation
            .committeeOf(unit)
            .orElseThrow(() -> new NoSuchElementException("No committee governs " + unit));
    appoint(signInName, committee.id(), roles);
  }

  private void appoint(String signInName, AgencyId agency, Role... roles) {
    for (var role : List.of(roles)) {
      posts.appoint(new Post(officer(signInName), agency, role), "system:organisation");
    }
  }

  private static OfficerId officer(String signInName) {
    return new OfficerId(
        UUID.nameUUIDFromBytes(("motcua-demo-officer:" + signInName).getBytes(UTF_8)));
  }
}
