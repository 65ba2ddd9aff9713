package org.motcua.dossiers.filling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Officers;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A newer version of a service comes into force while somebody is at it. */
class NewerVersionTests extends DossiersTest {

  private static final LocalDate NEWER = LocalDate.of(2026, 11, 23);

  private CurrentUser owner;

  @BeforeEach
  void anOwner() {
    owner = births.mother();
  }

  @Test
  void ofSeveralChoicesAndOfRowsEverythingThatFitsIsKeptAndTheRestIsTold() {
    var id = filledIn();
    newerVersion();
    var draft = text(as(owner).open(mine(id)));
    assertThat(dossier(id).service().version()).isEqualTo(2);
    assertThat(draft)
        .contains("Tờ khai đã thay đổi")
        .contains("Ngành nghề: <strong>Đồ chơi</strong>")
        .contains("Các mặt hàng – Loại: <strong>Hàng khô (2)</strong>")
        .contains("Các mặt hàng – Kệ: <strong>Kệ 7 (1)</strong>")
        .contains("Ghi chú: <strong>gọi trước</strong>")
        .doesNotContain("Ăn uống", "Hàng tươi");

    var answers = dossier(id).answers();
    assertThat(answers.find("trades")).contains(List.of("food", "cloth"));
    assertThat(answers.rows("goods"))
        .extracting(row -> row.answers().values().toString())
        .containsExactly("{row.label=Rau, row.sort=fresh}", "{row.label=Mì}");
    assertThat(answers.text("phone")).contains("0987000111");
  }

  @Test
  void aPageThatIsGoneLeadsToTheDraftAndWhatFitsElsewhereIsKept() {
    var id = filledIn();
    newerVersion();
    var former = mine(id) + "/pages/more";
    assertThat(
            as(owner).send(former, "phone", "0987000222", "remark", "gọi sau", "_shown", "phone"))
        .hasRedirectedUrl(mine(id));
    assertThat(dossier(id).answers().text("phone")).contains("0987000222");
    assertThat(text(as(owner).open(mine(id)))).contains("Tờ khai đã thay đổi");
    assertThat(as(owner).open(former)).hasRedirectedUrl(mine(id));
  }

  @Test
  void whatIsTypedOnAPageThatIsGoneIsKeptWhereItFitsAndThePageSaysToLoadItAgain() {
    var id = filledIn();
    newerVersion();
    assertThat(as(owner).send(mine(id) + "/pages/more/typing", "phone", "0987000333"))
        .hasStatus(404);
    assertThat(dossier(id).answers().text("phone")).contains("0987000333");
  }

  @Test
  void whatDoesNotAnswerTheQuestionDoesNotTakeThePlaceOfWhatDoes() {
    var id = filledIn();
    newerVersion();
    as(owner).send(mine(id) + "/pages/more", "phone", "không có");
    as(owner).send(mine(id) + "/pages/more", "phone", "");
    assertThat(dossier(id).answers().text("phone")).contains("0987000111");
  }

  @Test
  void aPageThatNeverWasIsNotFound() {
    var id = filledIn();
    assertThat(as(owner).open(mine(id) + "/pages/never")).hasStatus(404);
    assertThat(as(owner).send(mine(id) + "/pages/never", "phone", "0987000222")).hasStatus(404);
    newerVersion();
    var stranger = births.mother();
    assertThat(as(stranger).send(mine(id) + "/pages/more", "phone", "0987000222")).hasStatus(404);
    assertThat(as(stranger).open(mine(id) + "/pages/more")).hasStatus(404);
  }

  @Test
  void aRefusedDossierIsCopiedIntoTheNewerVersionAndWhatDidNotFitIsTold() {
    var former = filledIn();
    as(owner).upload(mine(former) + "/papers", "plan", "so-do.pdf", Files.pdf());
    assertThat(as(owner).send(mine(former) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(former) + "?submitted");
    newerVersion();
    as(Officers.hongHaReception()).send(desk(former) + "/refusal", "reason", "Thiếu thông tin");
    var before = dossier(former);
    assertThat(before.status()).isEqualTo(DossierStatus.REFUSED);

    var copy = copied(as(owner).send(mine(former) + "/copy"));
    assertThat(dossier(copy).service().version()).isEqualTo(2);
    assertThat(dossier(copy).attachments()).hasSize(1);
    assertThat(dossier(copy).answers().find("trades")).contains(List.of("food", "cloth"));
    assertThat(text(as(owner).open(mine(copy))))
        .contains("Thiếu thông tin", before.submittedCode().value())
        .contains("Tờ khai đã thay đổi", "Ghi chú: <strong>gọi trước</strong>")
        .contains("Các mặt hàng – Loại: <strong>Hàng khô (2)</strong>");
    assertThat(dossier(former)).isEqualTo(before);

    var row = dossier(copy).answers().rows("goods").get(1).id();
    as(owner).send(mine(copy) + "/pages/goods/rows/goods/" + row, goods("Mì", "frozen", ""));
    assertThat(as(owner).send(mine(copy) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(copy) + "?submitted");
  }

  @Test
  void whatIsHandedInUnderTheFormerVersionIsSupplementedUnderIt() {
    var id = filledIn();
    as(owner).upload(mine(id) + "/papers", "plan", "so-do.pdf", Files.pdf());
    as(owner).send(mine(id) + "/submission", "declared", "true");
    newerVersion();
    as(Officers.hongHaReception())
        .send(desk(id) + "/addition-request", "point:question:remark", "Ghi rõ hơn");
    as(owner).send(mine(id) + "/pages/more", "phone", "0987000444", "remark", "rõ hơn");
    assertThat(as(owner).send(mine(id) + "/additions")).hasRedirectedUrl(mine(id) + "?supplied");
    assertThat(dossier(id).service().version()).isEqualTo(1);
    assertThat(dossier(id).answers().text("remark")).contains("rõ hơn");
  }

  @Test
  void aTableThatTheAgencyHasNotNamedIsReadOnly() {
    var id = filledIn();
    as(owner).upload(mine(id) + "/papers", "plan", "so-do.pdf", Files.pdf());
    as(owner).send(mine(id) + "/submission", "declared", "true");
    as(Officers.hongHaReception())
        .send(desk(id) + "/addition-request", "point:question:remark", "Ghi rõ hơn");
    var before = dossier(id).answers();
    var row = before.rows("goods").getFirst().id();
    var page = mine(id) + "/pages/goods";
    assertThat(text(as(owner).open(page)))
        .contains("Chỉ sửa được những mục")
        .doesNotContain("name=\"_row\"", "name=\"_remove\"");
    assertThat(as(owner).send(page + "/rows/goods/" + row, goods("Mì", "frozen", "")))
        .hasRedirectedUrl(page + "?refused=goods#goods");
    assertThat(as(owner).send(page, "_remove", "goods/" + row))
        .hasRedirectedUrl(page + "?refused=goods#goods");
    assertThat(text(as(owner).open(page + "?refused=goods"))).contains("không yêu cầu sửa mục");
    assertThat(as(owner).open(page + "/rows/goods/" + row)).hasRedirectedUrl(page + "#goods");
    assertThat(dossier(id).answers()).isEqualTo(before);
  }

  private DossierId filledIn() {
    var id = begin(owner, "renewed");
    as(owner)
        .send(
            mine(id) + "/pages/about",
            "place.province",
            "22",
            "place.district",
            "193",
            "place.commune",
            "06697",
            "place.street",
            "Số 5",
            "trades",
            "food",
            "trades",
            "cloth",
            "trades",
            "toys");
    var rows = mine(id) + "/pages/goods/rows/goods/";
    as(owner).send(rows + "one", goods("Rau", "fresh", "Kệ 7"));
    as(owner).send(rows + "two", goods("Mì", "dry", ""));
    as(owner).send(mine(id) + "/pages/more", "phone", "0987000111", "remark", "gọi trước");
    return id;
  }

  private static String[] goods(String label, String sort, String shelf) {
    return new String[] {"row.label", label, "row.sort", sort, "row.shelf", shelf};
  }

  private void newerVersion() {
    goTo(NEWER, LocalTime.of(9, 0));
  }

  private static DossierId copied(MvcTestResult answer) {
    var address = requireNonNull(answer.getResponse().getRedirectedUrl());
    return new DossierId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
  }
}
