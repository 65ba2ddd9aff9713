package org.motcua.catalogue.teaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.FormToken.csrf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.searching.ProcedureSearch;
import org.motcua.catalogue.searching.SearchRequest;
import org.motcua.catalogue.searching.model.EverydayWordStore;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class WordsPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired EverydayWordStore words;
  @Autowired ProcedureSearch search;
  @Autowired JdbcClient jdbc;

  @Test
  void aTaughtWordIsUnderstoodAtOnceAndForgottenWhenItIsRemoved() {
    var id = UUID.randomUUID();
    assertThat(finds("tờ giấy xanh biếc")).isNotEqualTo("2.000488");

    assertThat(save(id, 0, "tờ giấy xanh biếc", "cấp phiếu lý lịch tư pháp"))
        .hasRedirectedUrl("/desk/words/" + id + "?taught");
    await().until(() -> "2.000488".equals(finds("to giay xanh biec")));

    assertThat(remove(id, 1)).hasRedirectedUrl("/desk/words");
    assertThat(remove(id, 1)).hasRedirectedUrl("/desk/words");
    await().until(() -> !"2.000488".equals(finds("to giay xanh biec")));
    assertThat(audited(id)).containsExactly("catalogue.word-taught", "catalogue.word-removed");
  }

  @Test
  void theSameFormSentTwiceSavesOnceAndAnothersChangeIsNotOverwritten() {
    var id = UUID.randomUUID();
    save(id, 0, "giấy vàng nhạt", "đăng ký kết hôn");
    assertThat(save(id, 0, "giấy vàng nhạt", "đăng ký kết hôn")).hasStatus(302);
    assertThat(save(id, 1, "giấy vàng nhạt", "đăng ký khai tử")).hasStatus(302);
    assertThat(save(id, 1, "giấy vàng nhạt", "đăng ký khai tử")).hasStatus(302);

    assertThat(save(id, 1, "giấy vàng nhạt", "đăng ký khai sinh"))
        .hasStatusOk()
        .bodyText()
        .contains("Người khác vừa sửa hoặc xóa từ này", "đăng ký khai sinh");

    assertThat(words.find(id).orElseThrow().mean()).containsExactly("đăng ký khai tử");
    assertThat(audited(id)).containsExactly("catalogue.word-taught", "catalogue.word-changed");
    remove(id, 2);
  }

  @Test
  void aWordIsTriedWithoutBeingSaved() {
    var id = UUID.randomUUID();

    assertThat(
            mvc.post()
                .uri("/desk/words/" + id)
                .param("version", "0")
                .param("say", "giấy hồng phai")
                .param("mean", "đăng ký kết hôn")
                .param("query", "giay hong phai")
                .param("try", "1")
                .with(SignedIn.as(Officers.governmentController()))
                .with(csrf())
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains("Hiện nay", "Sau khi lưu", "/procedures/1.000894");
    assertThat(words.find(id)).isEmpty();
  }

  @Test
  void everyOfficerReadsTheWordsButOnlyTheGovernmentOfficeChangesThem() {
    var id = words.list().getFirst().id();
    assertThat(get("/desk/words?q=bang lai", Officers.hongHaReception()))
        .hasStatusOk()
        .bodyText()
        .contains("giấy phép lái xe")
        .doesNotContain("/desk/words/new");
    assertThat(get("/desk/words/" + id, Officers.justiceController()))
        .hasStatusOk()
        .bodyText()
        .contains("Văn phòng Chính phủ giữ danh sách này")
        .doesNotContain("<textarea");
    for (var other : List.of(Officers.justiceController(), Officers.hongHaLeader())) {
      assertThat(save(UUID.randomUUID(), 0, "a b", "c d", other)).hasStatus(403);
      assertThat(remove(id, 1, other)).hasStatus(403);
    }
  }

  @Test
  void whatIsNoWordIsToldAtItsField() {
    assertThat(save(UUID.randomUUID(), 0, " \n ", ""))
        .hasStatusOk()
        .bodyText()
        .contains("Hãy ghi ít nhất một cách nói");
    assertThat(save(UUID.randomUUID(), 0, "!!!", "x".repeat(101)))
        .hasStatusOk()
        .bodyText()
        .contains("“!!!” không có chữ hay số nào", "Mỗi dòng nhiều nhất 100 ký tự");
  }

  @Test
  void theListIsPagedAndSpeaksEnglish() {
    assertThat(get("/desk/words?lang=en", Officers.governmentController()))
        .hasStatusOk()
        .bodyText()
        .contains("Everyday words", "after=")
        .doesNotContain("catalogue.words");
  }

  private List<String> audited(UUID id) {
    return jdbc.sql("select action from platform.audit_entry where object_id = :id order by id")
        .param("id", id.toString())
        .query((row, number) -> row.getString("action"))
        .list();
  }

  private String finds(String query) {
    var hits = search.search(SearchRequest.of(query, 1)).hits();
    return hits.isEmpty() ? "" : hits.getFirst().code().value();
  }

  private MvcTestResult get(String address, CurrentUser user) {
    return mvc.get().uri(address).with(SignedIn.as(user)).exchange();
  }

  private MvcTestResult save(UUID id, int version, String say, String mean) {
    return save(id, version, say, mean, Officers.governmentController());
  }

  private MvcTestResult save(UUID id, int version, String say, String mean, CurrentUser user) {
    return mvc.post()
        .uri("/desk/words/" + id)
        .param("version", Integer.toString(version))
        .param("say", say)
        .param("mean", mean)
        .with(SignedIn.as(user))
        .with(csrf())
        .exchange();
  }

  private MvcTestResult remove(UUID id, int version) {
    return remove(id, version, Officers.governmentController());
  }

  private MvcTestResult remove(UUID id, int version, CurrentUser user) {
    return mvc.post()
        .uri("/desk/words/" + id + "/removal")
        .param("version", Integer.toString(version))
        .with(SignedIn.as(user))
        .with(csrf())
        .exchange();
  }
}
