package org.motcua.identity.mandates.delegating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Power;
import org.motcua.identity.mandates.MandatesTest;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.Citizens;
import org.motcua.testing.Clicks;
import org.motcua.testing.Enterprises;
import org.motcua.testing.Phones;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class DelegatingTests extends MandatesTest {

  @Test
  void maiOffersHungAcceptsAndBothSeeIt() {
    offers(Citizens.mai(), HUNG, "Trần Văn Hùng");
    told(MAI_PHONE, "đề nghị ủy quyền cho Trần Văn Hùng");
    told(HUNG_PHONE, "Nguyễn Thị Mai đề nghị ủy quyền cho bạn");
    assertThat(page(Citizens.mai())).contains("Trần Văn Hùng", "Chờ trả lời", "678");

    accepts(Citizens.hung());
    told(MAI_PHONE, "Trần Văn Hùng đã nhận ủy quyền");
    told(HUNG_PHONE, "Bạn đã nhận ủy quyền của Nguyễn Thị Mai");
    assertThat(page(Citizens.mai())).contains("Trần Văn Hùng", "mọi hồ sơ", "Chấm dứt ngay");
    assertThat(page(Citizens.hung())).contains("Làm thay Nguyễn Thị Mai", "soạn hồ sơ");
    assertThat(only().powers()).containsExactlyInAnyOrder(Power.SEE, Power.FILE);
    assertThat(only().grantedBy()).isEqualTo(Citizens.mai().id());
  }

  @Test
  void anOfferToNobodyIsToldTheSame() {
    var toHung = offers(Citizens.mai(), HUNG, "Trần Văn Hùng");
    var toNobody = offers(Citizens.mai(), "022099999999", "Ai Đó");
    assertThat(toNobody.getResponse().getRedirectedUrl())
        .isEqualTo(toHung.getResponse().getRedirectedUrl());
    assertThat(page(Citizens.mai())).contains("Ai Đó");
  }

  @Test
  void theRightNumberWithAnotherNameReachesNobody() {
    offers(Citizens.mai(), HUNG, "Trần Văn Mạnh");
    assertThat(page(Citizens.hung())).doesNotContain("Nguyễn Thị Mai");
  }

  @Test
  void aNameWithoutMarksIsTheSameName() {
    offers(Citizens.mai(), HUNG, "tran van hung");
    assertThat(page(Citizens.hung())).contains("Nguyễn Thị Mai");
  }

  @Test
  void twoClicksOfferOnceAndAcceptOnce() {
    offers(Citizens.mai(), HUNG, "Trần Văn Hùng");
    offers(Citizens.mai(), HUNG, "Trần Văn Hùng");
    assertThat(offersWaiting()).hasSize(1);
    var id = offersWaiting().getFirst();
    for (var click = 0; click < 2; click++) {
      assertThat(as(Citizens.hung()).send("/my/delegations/offers/" + id + "/acceptance"))
          .redirectedUrl()
          .endsWith("said=accepted");
    }
    assertThat(mandates.listHeld(Citizens.hung().id(), null, 10)).hasSize(1);
  }

  @Test
  void nobodyElseAcceptsDeclinesOrTakesBack() {
    offers(Citizens.mai(), HUNG, "Trần Văn Hùng");
    var offer = "/my/delegations/offers/" + offersWaiting().getFirst();
    for (var act : List.of("/acceptance", "/refusal", "/withdrawal")) {
      assertThat(as(Citizens.hoa()).send(offer + act)).redirectedUrl().endsWith("said=gone");
    }
    assertThat(as(Citizens.mai()).send(offer + "/acceptance")).redirectedUrl().endsWith("gone");
    assertThat(offersWaiting()).hasSize(1);
  }

  @Test
  void whatWasTakenBackIsNotAccepted() {
    offers(Citizens.mai(), HUNG, "Trần Văn Hùng");
    var offer = "/my/delegations/offers/" + offersWaiting().getFirst();
    as(Citizens.mai()).send(offer + "/withdrawal");
    assertThat(as(Citizens.hung()).send(offer + "/acceptance")).redirectedUrl().endsWith("gone");
    assertThat(mandates.listHeld(Citizens.hung().id(), null, 10)).isEmpty();
  }

  @Test
  void eitherEndsItAtOnceTwiceIsOnceAndNobodyElseCan() {
    var mandate = granted(Citizens.mai(), Citizens.hung(), new MandateScope.All());
    var revocation = "/my/delegations/" + mandate.id() + "/revocation";
    assertThat(as(Citizens.hoa()).send(revocation)).hasStatus(404);
    assertThat(mandates.findStanding(mandate.id())).isPresent();
    as(Citizens.hung()).send(revocation);
    assertThat(as(Citizens.mai()).send(revocation)).redirectedUrl().endsWith("said=revoked");
    assertThat(mandates.findStanding(mandate.id())).isEmpty();
    assertThat(page(Citizens.mai())).contains("Đã chấm dứt lúc");
    assertThat(audited(mandate)).isEqualTo(Map.of("granted", 1L, "revoked", 1L));
  }

  @Test
  void aPasswordAloneDelegatesNothingButEndsWhatThereIs() {
    var unsure = at(LevelOfAssurance.LOA1, Citizens.mai());
    assertThat(as(unsure).open("/my/delegations/new")).redirectedUrl().isEqualTo("/step-up");
    assertThat(as(unsure).send("/my/delegations", form(HUNG, "Trần Văn Hùng")))
        .redirectedUrl()
        .isEqualTo("/step-up");
    var mandate = granted(Citizens.mai(), Citizens.hung(), new MandateScope.All());
    as(unsure).send("/my/delegations/" + mandate.id() + "/revocation");
    assertThat(mandates.findStanding(mandate.id())).isEmpty();
  }

  @Test
  void whatIsMissingIsToldAtItsFieldAllAtOnce() {
    var answer =
        as(Citizens.mai())
            .send("/my/delegations", "number", "12", "scope", "PROCEDURE", "procedure", "9.9");
    assertThat(answer).hasStatusOk();
    assertThat(Clicks.text(answer))
        .contains("#number", "#name", "#powers", "#procedure", "#until")
        .contains("Hãy chọn ít nhất một việc được làm");
    assertThat(Clicks.text(as(Citizens.mai()).send("/my/delegations", form(MAI, "Mai"))))
        .contains("Đây là số của chính bạn");
  }

  @Test
  void nobodyEntrustsADossierThatIsNotHisOwn() {
    var form = form(HUNG, "Trần Văn Hùng");
    form.set("scope", "DOSSIER");
    form.set("dossier", "H49.12.03-201209-0001");
    assertThat(Clicks.text(as(Citizens.mai()).send("/my/delegations", form)))
        .contains("Hãy chọn hồ sơ");
  }

  @Test
  void managingMembersCannotBeDelegated() {
    var form = form(HUNG, "Trần Văn Hùng");
    form.add("powers", "MANAGE");
    as(Citizens.mai()).send("/my/delegations", form);
    accepts(Citizens.hung());
    assertThat(only().powers()).doesNotContain(Power.MANAGE);
  }

  @Test
  void anEnterpriseDelegatesToo() {
    offers(Enterprises.saoVang(), HUNG, "Trần Văn Hùng");
    accepts(Citizens.hung());
    assertThat(page(Citizens.hung())).contains("Làm thay Công ty TNHH Sao Vàng");
  }

  @Test
  void whoOffersTooOftenIsToldToWait() {
    for (var i = 0; i < 20; i++) {
      offers(Citizens.mai(), "0220990000%02d".formatted(i), "Người thứ " + i);
    }
    var answer = as(Citizens.mai()).send("/my/delegations", form(HUNG, "Trần Văn Hùng"));
    assertThat(Clicks.text(answer)).contains("Hôm nay bạn đã gửi quá nhiều đề nghị");
  }

  @Test
  void numbersOfThoseNamedDoNotLieReadableInTheDatabase() {
    offers(Citizens.mai(), HUNG, "Trần Văn Hùng");
    var rows = jdbc.sql("select o::text from identity.delegation_offer o").query(String.class);
    assertThat(rows.list()).isNotEmpty().noneMatch(row -> row.contains(HUNG));
  }

  private MvcTestResult offers(CurrentUser giver, String number, String name) {
    var answer = as(giver).send("/my/delegations", form(number, name));
    assertThat(answer).redirectedUrl().isEqualTo("/my/delegations?said=offered");
    return answer;
  }

  private void accepts(CurrentUser holder) {
    assertThat(
            as(holder).send("/my/delegations/offers/" + offersWaiting().getFirst() + "/acceptance"))
        .redirectedUrl()
        .isEqualTo("/my/delegations?said=accepted");
  }

  private static MultiValueMap<String, String> form(String number, String name) {
    var until = LocalDate.now(CountryTime.ZONE).plusMonths(1);
    var form = new LinkedMultiValueMap<String, String>();
    form.add("number", number);
    form.add("name", name);
    form.add("powers", "SEE");
    form.add("powers", "FILE");
    form.add("scope", "ALL");
    form.add("until.day", String.valueOf(until.getDayOfMonth()));
    form.add("until.month", String.valueOf(until.getMonthValue()));
    form.add("until.year", String.valueOf(until.getYear()));
    return form;
  }

  private String page(CurrentUser user) {
    return Clicks.text(as(user).open("/my/delegations"));
  }

  /** Waits for these words; messages of an earlier test may arrive before. */
  private static void told(String phone, String words) {
    assertThat(Phones.awaitSms(phone, text -> text.contains(words))).contains(words);
  }

  private Mandate only() {
    var held = mandates.listHeld(Citizens.hung().id(), null, 10);
    assertThat(held).hasSize(1);
    return held.getFirst();
  }

  private List<String> offersWaiting() {
    return jdbc.sql("select id::text from identity.delegation_offer where answer is null")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private Map<String, Long> audited(Mandate mandate) {
    return Map.of("granted", count(mandate, "granted"), "revoked", count(mandate, "revoked"));
  }

  private long count(Mandate mandate, String what) {
    return jdbc.sql(
            "select count(*) from platform.audit_entry where object_id = :id and action = :action")
        .param("id", mandate.id().toString())
        .param("action", "identity.mandate-" + what)
        .query(Long.class)
        .single();
  }

  private static CurrentUser at(LevelOfAssurance level, CurrentUser user) {
    return new CurrentUser(user.id(), user.kind(), user.name(), level, null);
  }
}
