package org.motcua.simulators.agency.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.agency.ProvinceTest;
import org.springframework.http.MediaType;

class DossierPagesTests extends ProvinceTest {

  @BeforeEach
  void begin() {
    PORTAL.dossiers.clear();
    PORTAL.failsWith = 0;
    PORTAL.holds("H49.12.03-261121-0001", 4, "N.T. Mai");
    PORTAL.holds("H49.12.03-261121-0002", 10, "T.V. <Hùng>");
    synchronise();
  }

  @Test
  void theListShowsDossiersAndWhenTheyWereRead() {
    assertThat(mvc.get().uri("/dossiers"))
        .hasStatusOk()
        .bodyText()
        .contains("Đồng bộ lúc", "H49.12.03-261121-0001", "T.V. &lt;Hùng&gt;", "Quá hạn");
  }

  @Test
  void aStatusFiltersTheList() {
    assertThat(mvc.get().uri("/dossiers?status=10"))
        .bodyText()
        .contains("H49.12.03-261121-0002", "Đã trả kết quả")
        .doesNotContain("H49.12.03-261121-0001");
    assertThat(mvc.get().uri("/dossiers?status=ten")).hasStatus(400);
  }

  @Test
  void longListsArePagedByKey() {
    PORTAL.dossiers.clear();
    PORTAL.holds(60);
    synchronise();
    assertThat(mvc.get().uri("/dossiers"))
        .bodyText()
        .contains("/dossiers?after=H49.12.03-261121-0011")
        .doesNotContain("H49.12.03-261121-0010<");
    assertThat(mvc.get().uri("/dossiers?after=H49.12.03-261121-0011"))
        .bodyText()
        .contains("H49.12.03-261121-0010<")
        .doesNotContain("/dossiers?after=");
  }

  @Test
  void whatIsNotThereIsSaidOnAPageOfTheProvince() {
    assertThat(
            mvc.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404))
        .hasStatus(404)
        .bodyText()
        .contains("Không mở được trang này", "Không có trang này", "Về trang chủ");
  }

  @Test
  void aDossierIsShownWithItsHistory() {
    assertThat(mvc.get().uri("/dossiers/H49.12.03-261121-0001"))
        .hasStatusOk()
        .bodyText()
        .containsSubsequence("Quá trình xử lý", "Mới đăng ký", "Được tiếp nhận", "Đủ giấy tờ");
    assertThat(mvc.get().uri("/dossiers/H49.12.03-261121-9999")).hasStatus(404);
  }

  @Test
  void anOutageIsToldPlainlyAndTheCopyStays() {
    PORTAL.failsWith = 503;
    synchronise();
    assertThat(mvc.get().uri("/dossiers?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("The national portal is out of order", "H49.12.03-261121-0001");
    assertThat(mvc.get().uri("/dossiers/H49.12.03-261121-0001"))
        .hasStatusOk()
        .bodyText()
        .contains("Cổng quốc gia đang gặp sự cố", "H49.12.03-261121-0001");
  }

  private void synchronise() {
    assertThat(mvc.post().uri("/synchronisation")).hasStatus(302);
  }
}
