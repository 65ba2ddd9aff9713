package org.motcua.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.benchmarks.PageForm.Field;

class PageFormTest {

  private final WebPage page =
      new WebPage(
          URI.create("http://localhost:8080/my/dossiers/1/pages/child"),
          """
          <form action="/procedures" method="get"><input name="q"></form>
          <form method="post" novalidate>
            <input type="hidden" name="_csrf" value="a&amp;b">
            <input class="x" id="name" name="name" value="Nguyễn Thị Mai">
            <label>a > b</label>
            <input type="radio" name="gender" value="FEMALE"><input type="radio" name="gender" value="MALE" checked>
            <input type="checkbox" name="declared" value="true">
            <select name="home.province"><option value="">-</option><option value="22" selected>Quảng Ninh</option></select>
            <textarea name="note">5 &lt; 6</textarea>
            <button name="later" value="true">Để sau</button>
          </form>
          <form method="post" action="/my/dossiers/1/papers" enctype="multipart/form-data">
            <input type="hidden" name="paper" value="birth-certificate"><input type="file" name="file">
          </form>
          """);

  @Test
  void sendsWhatThePageOfferedWhenNothingIsTyped() {
    assertThat(page.formTo("/my/dossiers/1/pages/child").filledWith(Map.of()))
        .containsExactly(
            new Field("_csrf", "a&b"),
            new Field("name", "Nguyễn Thị Mai"),
            new Field("gender", "MALE"),
            new Field("home.province", "22"),
            new Field("note", "5 < 6"));
  }

  @Test
  void sendsAnswersWhereTheFormAsksForThem() {
    var answers = Map.of("gender", "FEMALE", "declared", "true", "note", "", "elsewhere", "x");
    assertThat(page.formTo("/my/dossiers/1/pages/child").filledWith(answers))
        .contains(
            new Field("gender", "FEMALE"), new Field("declared", "true"), new Field("note", ""))
        .noneMatch(field -> field.name().equals("elsewhere"));
  }

  @Test
  void knowsFormsThatTakeFiles() {
    var form = page.formTo("/my/dossiers/1/papers");
    assertThat(form.takesFiles()).isTrue();
    assertThat(form.multipart()).isTrue();
    assertThat(form.valueOf("paper")).isEqualTo("birth-certificate");
  }

  @Test
  void tellsWhatThePageSaysWhenAFormIsMissing() {
    var refused =
        new WebPage(
            URI.create("http://localhost/x"),
            "<title>Đăng nhập</title><div class=\"govuk-error-summary\"><ul><li>Mã"
                + " sai</li></ul></div>");
    assertThatThrownBy(() -> refused.formTo("/y"))
        .isInstanceOf(UnexpectedPage.class)
        .hasMessageContaining("no form to /y")
        .hasMessageContaining("Đăng nhập: Mã sai");
  }
}
