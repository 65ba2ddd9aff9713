package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.motcua.testing.Browser;

/** A birth registration as a mother in Hạ Long fills it in, from its first page to the last. */
record BirthForm(Page page) {

  static final String CHILD = "Trần Gia Bảo";
  static final String PAPER = "giay-chung-sinh.pdf";

  /** From the dossier's page of all steps to the one where everything is declared. */
  void fill() throws IOException {
    page.locator("main a.govuk-button").first().click();
    step(form -> form.choose("declarant.relation", "mother"));
    step(
        form ->
            form.type("child.familyName", "Trần")
                .type("child.middleName", "Gia")
                .type("child.givenName", "Bảo")
                .choose("child.sex", "male")
                .date("child.born", "2", "11", "2026")
                .type("child.bornAt", "07:45"));
    if (page.locator("[name='birthplace.facility']").isHidden()) {
      new Form(page).choose("birthplace.kind", "facility");
      if (page.locator("[name='birthplace.facility']").isHidden()) press("Lưu và tiếp tục");
    }
    step(
        form ->
            form.type("birthplace.facility", "Bệnh viện Sản Nhi tỉnh Quảng Ninh")
                .commune("birthplace.unit", "22", "193", "06673"));
    step(
        form ->
            form.pick("child.ethnicity", "Kinh")
                .choose("child.nationality", "vietnam")
                .commune("child.hometown", "22", "193", "06697"));
    step(
        form ->
            form.type("mother.name", "Nguyễn Thị Mai")
                .date("mother.born", "27", "3", "1990")
                .type("mother.idNumber", "022190001234")
                .pick("mother.ethnicity", "Kinh")
                .choose("mother.nationality", "vietnam")
                .commune("mother.residence", "22", "193", "06697")
                .type("mother.residence.street", "Số 15, tổ 3"));
    step(form -> form.choose("father.basis", "unknown"));
    step(
        form ->
            form.commune("registration.place", "22", "193", "06697")
                .type("registration.copies", "0"));
    attach(PAPER);
    press("Tiếp tục");
    assertThat(page.locator("main").innerText()).contains("Trần", "Bảo", PAPER);
  }

  private void step(Consumer<Form> answers) {
    looked();
    answers.accept(new Form(page));
    press("Lưu và tiếp tục");
    assertThat(page.locator(".govuk-error-summary").count())
        .as(() -> "faults at " + page.url() + ": " + page.locator("main").innerText())
        .isZero();
  }

  void attach(String name) throws IOException {
    attach("proof-of-birth", name);
  }

  void attach(String paper, String name) throws IOException {
    looked();
    page.locator("#" + paper + " input[type=file]")
        .setInputFiles(new FilePayload(name, "application/pdf", onePage()));
    page.locator("#" + paper + " button.govuk-button").last().click();
    page.locator("#" + paper + " .mc-paper__file")
        .filter(new Locator.FilterOptions().setHasText(name))
        .waitFor();
  }

  /** On the last page; where it leads is the caller's to say. */
  void declareAndHandIn() {
    page.locator("[name=declared]").check();
    press("Nộp hồ sơ");
  }

  private void press(String button) {
    new Form(page).press(button);
    looked();
  }

  private void looked() {
    page.waitForLoadState();
    Browser.assertAccessible(page);
  }

  private static byte[] onePage() throws IOException {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
