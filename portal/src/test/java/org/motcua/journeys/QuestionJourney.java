package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A question from a phone without scripts to the answer that everybody reads. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class QuestionJourney {

  private static final String QUESTION =
      "Vợ chồng tôi làm việc ở nước ngoài, ông bà nội đi khai sinh thay cho cháu thì cần gì?";
  private static final String ANSWER =
      "Ông bà được đi khai thay và không cần văn bản ủy quyền chứng thực.";

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void aQuestionIsAskedAnsweredPublishedAndFoundHelpful() {
    var phone = browser.phoneWithoutScript();
    var whereToRead = ask(phone);

    var linh = browser.desktop();
    linh.navigate("/desk/questions");
    People.JUSTICE_EDITOR.signIn(linh);
    answer(linh);

    var dung = browser.phone();
    dung.navigate("/desk/questions?show=TO_PUBLISH");
    People.JUSTICE_CONTROLLER.signIn(dung);
    publish(dung);

    phone.navigate(whereToRead);
    phone.getByText("Đọc câu trả lời").click();
    assertThat(phone.locator("main").innerText()).contains(ANSWER);
    phone.locator("button[value=yes]").click();
    assertThat(phone.locator("main").innerText()).contains("Cảm ơn bạn đã cho biết");
    look(phone, "question-voted-phone");
  }

  private String ask(Page page) {
    page.navigate("/procedures/1.001193");
    look(page, "question-procedure-phone");
    page.locator("#questions >> text=Đặt câu hỏi").click();
    look(page, "question-ask-phone");
    page.locator("#question").fill(QUESTION);
    page.locator("#phone").fill("0912 345 678");
    page.locator("main button[type=submit]").click();
    if (page.locator(".mc-alike").count() > 0) {
      look(page, "question-alike-phone");
      page.getByText("Vẫn gửi câu hỏi của tôi").click();
    }
    look(page, "question-asked-phone");
    assertThat(page.locator("main").innerText()).contains("Đã gửi câu hỏi", "Bộ Tư pháp");
    return page.locator(".mc-asked__link").getAttribute("href").replaceFirst("^https?://[^/]+", "");
  }

  private static void answer(Page page) {
    look(page, "question-work-list-desktop");
    page.getByText(QUESTION).click();
    look(page, "question-answer-desktop");
    page.locator("#answer").fill(ANSWER);
    page.getByText("Chuyển để đăng").first().click();
    look(page, "question-handed-over-desktop");
    assertThat(page.locator("main").innerText()).contains("Đã chuyển để đăng");
  }

  private static void publish(Page page) {
    look(page, "question-work-list-phone");
    page.getByText(QUESTION).click();
    look(page, "question-answer-phone");
    page.locator("button[value=PUBLISH]").click();
    assertThat(page.locator("main").innerText()).contains("Đã đăng");
    look(page, "question-published-phone");
  }

  @Test
  void theQuestionsPagesAreAccessibleInBothLanguages() {
    for (var page : new Page[] {browser.desktop(), browser.phone()}) {
      var size = page.viewportSize().width > 500 ? "desktop" : "phone";
      page.navigate("/procedures/1.001193");
      page.locator("#questions summary").first().click();
      look(page, "question-on-procedure-" + size);
      page.navigate("/procedures/1.001193/questions");
      page.locator("summary").first().click();
      look(page, "question-list-" + size);
      page.locator(".mc-question__more a").first().click();
      look(page, "question-one-" + size);
      page.navigate(page.url() + "?lang=en");
      look(page, "question-one-en-" + size);
      page.navigate("/questions/new?procedure=1.001193&lang=en");
      look(page, "question-ask-en-" + size);
      page.locator("main button[type=submit]").click();
      look(page, "question-fault-" + size);
      page.navigate("/questions");
      look(page, "question-all-" + size);
    }
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }
}
