package org.motcua.eservices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The form of a service on paper. */
@SpringBootTest
@AutoConfigureMockMvc
class BlankFormTests {

  private static final String FORM = "/services/birth-registration/form.pdf";

  @Autowired MockMvcTester mvc;

  @Test
  void everyQuestionIsThereWithWhenItIsToBeAnswered() throws IOException {
    assertThat(written(FORM))
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đăng ký khai sinh", "Giấy tờ gửi kèm")
        .contains("Chỉ điền nếu mục “", "NGƯỜI KHAI", "/services/birth-registration");
  }

  @Test
  void itIsInEnglishForWhoReadsEnglish() throws IOException {
    assertThat(written(FORM + "?lang=en")).contains("Papers to enclose", "Fill in only if “");
  }

  @Test
  void everyKindOfQuestionHasItsPlace() throws IOException {
    assertThat(written("/services/all-questions/form.pdf"))
        .contains("Họ tên", "9 hoặc 12 chữ số", "Ghi cả chủ hộ", "Thu nhập một tháng")
        .contains("Chỉ điền nếu mục “Các mặt hàng khác” là “Cá”.", "thuộc trường hợp này");
  }

  @Test
  void whoHasItAlreadyIsToldThatItIsTheSame() {
    var first = mvc.get().uri(FORM).exchange();
    var tag = requireNonNull(first.getResponse().getHeader("ETag"));
    assertThat(mvc.get().uri(FORM).header("If-None-Match", tag)).hasStatus(304);
    assertThat(mvc.get().uri("/services/no-such-thing/form.pdf")).hasStatus(404);
    assertThat(mvc.get().uri("/services/birth-registration")).bodyText().contains(FORM);
  }

  private String written(String address) throws IOException {
    var answer = mvc.get().uri(address).exchange();
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
