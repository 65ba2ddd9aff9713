package org.motcua.dossiers.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists, search, several at once, and standing in for a colleague. */
class QueueTests extends DossiersTest {

  @Autowired DossierStore dossiers;
  @Autowired Posts posts;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void nobodyIsAwayAnyMore() {
    jdbc.sql("delete from dossiers.absence").update();
  }

  @Test
  void theSearchFindsByNameWithoutMarksByTheEndOfTheCodeAndByPhone() {
    var mother = births.mother();
    var id = submittedBy(mother);
    var code = code(id);
    var applicant = dossier(id).applicant();
    var plain =
        java.text.Normalizer.normalize(applicant.name(), java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('đ', 'd')
            .replace('Đ', 'D');
    var local = applicant.phone().replace("+84", "0");

    assertThat(found(Officers.hongHaReception(), plain.toLowerCase(java.util.Locale.ROOT)))
        .contains(code);
    assertThat(found(Officers.hongHaReception(), applicant.name())).contains(code);
    assertThat(found(Officers.hongHaReception(), code.substring(code.indexOf('-') + 1)))
        .contains(code);
    assertThat(found(Officers.hongHaReception(), local)).contains(code);
    assertThat(found(Officers.baiChayReception(), applicant.name())).doesNotContain(code);
    assertThat(found(Officers.baiChayLeader(), local)).doesNotContain(code);
    assertThat(found(Officers.hongHaSpecialist(), local)).doesNotContain(code);
  }

  @Test
  void theSearchFindsByTheNumberOnTheCardAndTheApplicantReadsThatHeWasLookedUp() {
    var mother = births.mother();
    var id = submittedBy(mother);
    var number = "0221930%05d".formatted(Math.floorMod(mother.id().value().hashCode(), 100_000));
    jdbc.sql(
            """
            insert into identity.account_name (name, kind, account_id, since)
            values (:name, 'CITIZEN_ID', :account, now())
            """)
        .param("name", number)
        .param("account", mother.id().value())
        .update();

    assertThat(found(Officers.hongHaLeader(), number)).contains(code(id));
    assertThat(Clicks.text(as(mother).open("/my/account/accesses")))
        .contains(code(id), "Tìm kiếm hồ sơ tại cơ quan");
  }

  @Test
  void theSearchSaysWhatItNeeds() {
    var reception = as(Officers.hongHaReception());
    assertThat(Clicks.text(reception.open("/desk/search?q=a")))
        .contains("ít nhất hai chữ cái", "Chỉ tìm trong hồ sơ của");
    assertThat(Clicks.text(reception.open("/desk/search?q=zzzzzz' | x")))
        .contains("Không tìm thấy hồ sơ nào");
  }

  @Test
  void filtersCombineAndStayInTheAddress() {
    var id = submittedBy(births.mother());
    var reception = as(Officers.hongHaReception());
    var list = "/desk?show=NEW&size=200&service=" + dossier(id).service().slug();

    assertThat(Clicks.text(reception.open(list + "&status=REGISTERED"))).contains(code(id));
    assertThat(Clicks.text(reception.open(list + "&status=WITHDRAWAL_REQUESTED")))
        .doesNotContain(code(id));
    assertThat(Clicks.text(reception.open(list + "&due=LATE"))).doesNotContain(code(id));
    assertThat(Clicks.text(reception.open(list + "&handler=nobody&delivery=ONLINE")))
        .contains(code(id), "Cần trả lời lần đầu");
    assertThat(reception.open("/desk?show=SOMETHING")).hasStatus(400);
  }

  @Test
  void severalAreAcceptedAtOnceAndWhatDoesNotWorkIsTold() {
    var one = submittedBy(births.mother());
    var other = submittedBy(births.mother());
    var away = submittedBy(births.mother());
    var reception = as(Officers.hongHaReception());
    reception.send(desk(away) + "/acceptance");
    var path = "/desk/bulk/acceptance";
    var answer =
        Clicks.text(
            reception.send(
                path,
                "all",
                "true",
                "page",
                one + " " + other + " " + away + " " + UUID.randomUUID()));

    assertThat(dossier(one).status()).isEqualTo(DossierStatus.ACCEPTED);
    assertThat(dossier(other).status()).isEqualTo(DossierStatus.ACCEPTED);
    assertThat(answer)
        .contains("Đã thực hiện với 2 hồ sơ", "2 hồ sơ chưa thực hiện được")
        .contains("hồ sơ đã chuyển sang", "Không còn trong danh sách của bạn");
    reception.send(path, "dossier", one.toString());
    assertThat(dossiers.historyOf(one)).hasSize(2);
    assertThat(Clicks.text(reception.send(path))).contains("Bạn chưa chọn hồ sơ nào");
  }

  @Test
  void severalArePrintedAsOnePaper() throws Exception {
    var one = submittedBy(births.mother());
    var other = submittedBy(births.mother());
    var reception = as(Officers.hongHaReception());
    var pages =
        new int[] {
          pages(reception, one.toString()), pages(reception, one + " " + other),
        };
    assertThat(pages[1]).isGreaterThan(pages[0]);
  }

  @Test
  void whoStandsInGoesOnWithItAndHistoryTellsForWhom() {
    var id = accepted();
    var agency = dossier(id).decidingAgency();
    var specialist = Officers.hongHaSpecialist();
    var colleague = officerWith(Role.SPECIALIST, agency);
    as(specialist).send(desk(id) + "/handling");
    var today = today();

    assertThat(Clicks.text(as(colleague).send(desk(id) + "/preparation", "step", "1")))
        .contains("đang do");
    assertThat(away(specialist, specialist, colleague, today, today.plusDays(2)))
        .isEqualTo("/desk/absences?saved=");
    assertThat(away(specialist, specialist, colleague, today, today.plusDays(2)))
        .isEqualTo("/desk/absences?saved=");
    assertThat(Clicks.text(as(colleague).open("/desk?show=MINE&size=200"))).contains(code(id));
    as(colleague).send(desk(id) + "/preparation", "step", "1");

    assertThat(dossier(id).step()).isEqualTo(2);
    assertThat(dossiers.historyOf(id).getLast().actor())
        .isInstanceOfSatisfying(
            HistoryEntry.Actor.AnOfficer.class, actor -> assertThat(actor.insteadOf()).isNotNull());
    assertThat(Clicks.text(as(Officers.hongHaLeader()).open(desk(id))))
        .contains("(làm thay Vũ Đức Long)");
  }

  @Test
  void whatIsAssignedToOneWhoIsAwayGoesToWhoStandsInUntilItEndsByItself() {
    var agency = dossier(submittedBy(births.mother())).decidingAgency();
    var specialist = Officers.hongHaSpecialist();
    var colleague = officerWith(Role.SPECIALIST, agency);
    var today = today();
    away(Officers.hongHaLeader(), specialist, colleague, today, today.plusDays(1));
    var first = accepted();
    var second = accepted();
    var leader = as(Officers.hongHaLeader());
    var answer =
        Clicks.text(
            leader.send(
                "/desk/bulk/assignment",
                "dossier",
                first.toString(),
                "officer",
                specialist.id().toString()));
    assertThat(answer).contains("Đã thực hiện với 1 hồ sơ");
    assertThat(dossier(first).handler()).isEqualTo(new OfficerId(colleague.id().value()));

    goTo(today.plusDays(2), java.time.LocalTime.of(9, 0));
    leader.send(desk(second) + "/assignment", "officer", specialist.id().toString());
    assertThat(dossier(second).handler()).isEqualTo(new OfficerId(specialist.id().value()));
  }

  @Test
  void anAbsenceThatCannotBeIsNotSavedAndSaysWhy() {
    var agency = dossier(submittedBy(births.mother())).decidingAgency();
    var specialist = Officers.hongHaSpecialist();
    var colleague = officerWith(Role.SPECIALIST, agency);
    var today = today();

    assertThat(away(specialist, colleague, specialist, today, today))
        .contains("chỉ trưởng bộ phận");
    assertThat(away(specialist, specialist, Officers.hongHaReception(), today, today))
        .contains("cần có cùng vai trò");
    assertThat(away(specialist, specialist, colleague, today, today.minusDays(1)))
        .contains("ngày cuối phải từ hôm nay");
    away(specialist, specialist, colleague, today, today.plusDays(3));
    assertThat(away(colleague, colleague, specialist, today.plusDays(3), today.plusDays(5)))
        .contains("người làm thay cũng vắng");
    assertThat(as(Officers.haLongAdmin()).open("/desk/absences")).hasStatus(404);
  }

  @Test
  void eachPostOpensWhatItNeeds() {
    var id = submittedBy(births.mother());
    var paper = dossier(id).attachments().getFirst().document();
    var file = desk(id) + "/papers/" + paper;

    assertThat(as(Officers.hongHaSpecialist()).open(desk(id))).hasStatus(404);
    assertThat(as(Officers.hongHaReception()).open(file)).hasStatusOk();
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    assertThat(Clicks.text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("chỉ cần biết tình trạng")
        .doesNotContain("giay-chung-sinh.pdf");
    assertThat(as(Officers.hongHaReception()).open(file)).hasStatus(404);
    assertThat(as(Officers.hongHaSpecialist()).open(file)).hasStatusOk();
    assertThat(as(officerWith(Role.RESULT_DESK, dossier(id).decidingAgency())).open(desk(id)))
        .hasStatus(404);
    assertThat(Clicks.text(as(Officers.haLongAdmin()).open("/desk"))).contains("không xử lý hồ sơ");
  }

  private String found(CurrentUser officer, String sought) {
    return Clicks.text(as(officer).open("/desk/search?q=" + sought));
  }

  /** Where it leads, or what the page says. */
  private String away(
      CurrentUser by,
      CurrentUser officer,
      CurrentUser substitute,
      LocalDate from,
      LocalDate until) {
    var answer =
        as(by)
            .send(
                "/desk/absences",
                "officer",
                officer.id().toString(),
                "substitute",
                substitute.id().toString(),
                "from",
                from.toString(),
                "until",
                until.toString());
    var leadsTo = answer.getResponse().getRedirectedUrl();
    return leadsTo == null ? Clicks.text(answer) : leadsTo;
  }

  private int pages(Clicks reception, String ids) throws Exception {
    var answer = reception.send("/desk/bulk/papers", "kind", "slips", "all", "true", "page", ids);
    try (var paper =
        org.apache.pdfbox.Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
      return paper.getNumberOfPages();
    }
  }

  private DossierId accepted() {
    var id = submittedBy(births.mother());
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    return id;
  }

  private CurrentUser officerWith(Role role, AgencyId agency) {
    var officer = UUID.randomUUID();
    posts.appoint(new Post(new OfficerId(officer), agency, role), "system:test");
    return new CurrentUser(new AccountId(officer), AccountKind.OFFICER, "Lê Thu Hà");
  }

  private String code(DossierId id) {
    return dossier(id).submittedCode().value();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(org.motcua.dossiers.BirthDrafts.today(), CountryTime.ZONE);
  }
}
