package org.motcua.identity.mandates.children;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.MandateKind;
import org.motcua.identity.mandates.MandatesTest;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Enterprises;
import org.motcua.testing.Registers;

class ChildrenTests extends MandatesTest {

  private static final String KHOI = "022318000123";

  @BeforeEach
  @AfterEach
  void registersInOrder() {
    Registers.reset();
  }

  @Test
  void aVerifiedParentSeesTheChildAndActsForIt() {
    assertThat(page(mai())).contains("Trần Minh Khôi", "04/05/2018", "đến hết ngày 03/05/2036");
    assertThat(as(mai()).send("/my/children/acting", "child", KHOI))
        .redirectedUrl()
        .isEqualTo("/my/dossiers");
    var mandate = mandates.listHeld(mai().id(), null, 1).getFirst();
    assertThat(mandate.kind()).isEqualTo(MandateKind.CHILD);
    assertThat(mandate.until()).isEqualTo("2036-05-03T17:00:00Z");
  }

  @Test
  void bothParentsActForTheSameAccountAndSeeEachOther() {
    as(mai()).send("/my/children/acting", "child", KHOI);
    as(mai()).send("/my/children/acting", "child", KHOI);
    as(hung()).send("/my/children/acting", "child", KHOI);
    var ofMai = mandates.listHeld(mai().id(), null, 10);
    var ofHung = mandates.listHeld(hung().id(), null, 10);
    assertThat(ofMai).hasSize(1);
    assertThat(ofHung).hasSize(1);
    assertThat(ofHung.getFirst().represented()).isEqualTo(ofMai.getFirst().represented());
    assertThat(page(mai())).contains("Cũng làm thay: Trần Văn Hùng");
  }

  @Test
  void nobodySignsInAsTheChild() {
    as(mai()).send("/my/children/acting", "child", KHOI);
    var child = mandates.listHeld(mai().id(), null, 1).getFirst().represented();
    var names =
        jdbc.sql("select kind from identity.account_name where account_id = :id")
            .param("id", child.value())
            .query(String.class)
            .list();
    assertThat(names).containsExactly("CITIZEN_ID");
    assertThat(
            visitor().opens("/sign-in").submits("/sign-in", "name", KHOI, "password", "x").page())
        .contains("lần thử");
  }

  @Test
  void nobodyActsForAChildThatTheRegisterDoesNotNameAsHis() {
    Registers.person("022190001299", null, "Người Khác", "1990-01-01", "+84912999999");
    assertThat(as(mai()).send("/my/children/acting", "child", "022318009999")).hasStatus(404);
    assertThat(as(mai()).send("/my/children/acting", "child", HUNG)).hasStatus(404);
    assertThat(mandates.listHeld(mai().id(), null, 10)).isEmpty();
  }

  @Test
  void whoIsNotVerifiedIsAskedToBe() {
    assertThat(as(Citizens.mai()).open("/my/children")).redirectedUrl().isEqualTo("/step-up");
    assertThat(as(Citizens.mai()).send("/my/children/acting", "child", KHOI))
        .redirectedUrl()
        .isEqualTo("/step-up");
  }

  @Test
  void aRegisterThatIsDownOrGarbledIsToldPlainly() {
    Registers.fails(Registers.POPULATION, Registers.Fault.UNAVAILABLE);
    assertThat(page(mai())).contains("Cơ sở dữ liệu dân cư hiện không trả lời");
    Registers.fails(Registers.POPULATION, Registers.Fault.GARBLED);
    var answer = as(mai()).send("/my/children/acting", "child", KHOI);
    assertThat(Clicks.text(answer)).contains("hiện không trả lời");
    assertThat(mandates.listHeld(mai().id(), null, 10)).isEmpty();
  }

  @Test
  void whoIsNoLongerAParentActsNoMore() {
    as(hung()).send("/my/children/acting", "child", KHOI);
    var mandate = mandates.listHeld(hung().id(), null, 1).getFirst();
    Registers.reset();
    Registers.noLongerParent(HUNG);
    page(hung());
    assertThat(mandates.findStanding(mandate.id())).isEmpty();
  }

  @Test
  void anEnterpriseHasNoChildren() {
    assertThat(as(Enterprises.saoVang()).open("/my/children")).hasStatus(404);
  }

  private String page(CurrentUser user) {
    return Clicks.text(as(user).open("/my/children"));
  }

  private static CurrentUser mai() {
    return verified(Citizens.mai());
  }

  private static CurrentUser hung() {
    return verified(Citizens.hung());
  }

  private static CurrentUser verified(CurrentUser user) {
    return new CurrentUser(user.id(), user.kind(), user.name(), LevelOfAssurance.LOA3, null);
  }
}
