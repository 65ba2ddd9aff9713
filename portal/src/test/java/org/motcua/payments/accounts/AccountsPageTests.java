package org.motcua.payments.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import org.junit.jupiter.api.Test;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.organisation.UnitCode;
import org.motcua.payments.Beneficiaries;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Bãi Cháy has no account of its own until its administrator says which. */
@SpringBootTest
@AutoConfigureMockMvc
class AccountsPageTests {

  private static final String HERE = "/desk/payments/accounts";

  @Autowired MockMvcTester mvc;
  @Autowired Posts posts;
  @Autowired Organisation organisation;
  @Autowired Beneficiaries beneficiaries;
  @Autowired JdbcClient jdbc;

  @Test
  void theAdministratorSaysWhereTheAgencyIsPaidAndEveryChangeIsKept() {
    var agency = organisation.committeeOf(new UnitCode("06673")).orElseThrow().id();
    var admin = administratorOf(agency);
    assertThat(text(open(admin, HERE))).contains("chưa có tài khoản riêng", "3511.0.1012001");

    var faulty = send(admin, agency, "", "1", "97043");
    assertThat(text(faulty))
        .contains("Nhập tên chủ tài khoản", "Nhập số tài khoản", "Nhập mã ngân hàng");
    assertThat(beneficiaries.own(agency)).isEmpty();

    send(admin, agency, "UBND phường", "3511.0.1019999", "970436");
    send(admin, agency, "UBND phường", "3511.0.1019999", "970436");
    assertThat(beneficiaries.of(agency).orElseThrow().account()).isEqualTo("3511.0.1019999");
    assertThat(text(open(admin, HERE))).contains("3511.0.1019999");
    assertThat(
            jdbc.sql(
                    "select count(*) from platform.audit_entry where object_id = :agency"
                        + " and action = 'payments.account_set'")
                .param("agency", agency.value())
                .query(Long.class)
                .single())
        .isOne();
    jdbc.sql("delete from payments.beneficiary where owner = :agency")
        .param("agency", agency.value())
        .update();
  }

  @Test
  void nobodySetsTheAccountOfAnAgencyThatIsNotHis() {
    var agency = organisation.committeeOf(new UnitCode("06673")).orElseThrow().id();
    var other = organisation.committeeOf(new UnitCode("06697")).orElseThrow().id();
    var admin = administratorOf(agency);
    assertThat(open(admin, HERE + "?agency=" + other.value())).hasStatus(403);
    assertThat(send(admin, other, "Tôi", "123456", "970436")).hasStatus(403);
    assertThat(open(Officers.hongHaReception(), HERE)).hasStatus(403);
    assertThat(beneficiaries.own(other).orElseThrow().account()).isNotEqualTo("123456");
  }

  private CurrentUser administratorOf(AgencyId agency) {
    var admin = Officers.newcomer("Ngô Quản Trị");
    posts.appoint(new Post(new OfficerId(admin.id().value()), agency, Role.ADMINISTRATOR), "test");
    return admin;
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult open(
      CurrentUser who, String path) {
    return Clicks.of(who, mvc).open(path);
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult send(
      CurrentUser who, AgencyId agency, String name, String account, String bank) {
    return Clicks.of(who, mvc)
        .send(HERE, "agency", agency.value(), "name", name, "account", account, "bank", bank);
  }
}
