package org.motcua.simulators.outside.natpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.PortalStub;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as a portal meets it; seals are reckoned here anew. */
@OutsideTest
class PlatformTests {

  private static final PortalStub portal = new PortalStub();
  private static final String TIME = "20261123094500";

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @Value("${outside.payment-secrets}")
  Path secrets;

  @DynamicPropertySource
  static void portal(DynamicPropertyRegistry registry) {
    registry.add("outside.portal-url", portal::url);
    registry.add("outside.natpay.retry-every", () -> "50ms");
  }

  @BeforeEach
  void mend() {
    portal.answers(200, "{\"MaLoi\": \"00\"}");
    portal.told().clear();
  }

  @Test
  void aPaymentIsBegunPaidConfirmedAskedAboutBilledAndGivenBack() throws Exception {
    var ref = ref();
    var begun = init(ref, "135000");
    assertThat(begun.path("MaLoi").asString()).isEqualTo("00");
    assertThat(begun.path("UrlThanhToan").asString()).endsWith("/natpay/pay/" + ref);
    assertThat(init(ref, "135000").path("MaLoi").asString()).isEqualTo("00");
    assertThat(init(ref, "1").path("MaLoi").asString()).isEqualTo("04");
    assertThat(question("QUERY", ref).path("TrangThaiGD").asString()).isEqualTo("0");
    assertThat(question("GET_BILL", ref).path("MaLoi").asString()).isEqualTo("01");
    assertThat(mvc.get().uri("/natpay/pay/" + ref)).hasStatusOk().bodyText().contains("135.000");

    var paid =
        mvc.post()
            .uri("/natpay/pay/" + ref)
            .param("outcome", "pay")
            .param("bank", "HOASEN")
            .exchange();
    assertThat(paid).hasStatus(303);
    assertThat(String.valueOf(paid.getResponse().getHeader("Location")))
        .startsWith(portal.url() + "/payments/platform/return?LoaiBanTin=RETURN&MaLoi=00");

    await().atMost(Duration.ofSeconds(5)).until(() -> !portal.told().isEmpty());
    var told = json.readTree(portal.told().getFirst().body());
    assertThat(portal.told().getFirst().path()).isEqualTo("/payments/platform/confirm");
    assertThat(told.path("MaLoi").asString()).isEqualTo("00");
    assertThat(isSealed(told)).isTrue();

    var state = question("QUERY", ref);
    assertThat(state.path("TrangThaiGD").asString()).isEqualTo("1");
    assertThat(isSealed(state)).isTrue();
    var bill = Base64.getDecoder().decode(question("GET_BILL", ref).path("BienLai").asString());
    assertThat(new String(bill, UTF_8)).startsWith("%PDF-").contains(ref, "135,000");

    var request = UUID.randomUUID().toString();
    var back = refund(ref, request, "35000");
    assertThat(back.path("TrangThaiGD").asString()).isEqualTo("1");
    assertThat(isSealed(back)).isTrue();
    assertThat(refund(ref, request, "35000").path("MaGiaoDich")).isEqualTo(back.path("MaGiaoDich"));
    assertThat(refund(ref, UUID.randomUUID().toString(), "100001").path("TrangThaiGD").asString())
        .isEqualTo("4");
    var today = LocalDate.ofInstant(Instant.now(), Page.COUNTRY_TIME);
    assertThat(mvc.get().uri("/natpay/day-files/" + today + ".csv"))
        .bodyText()
        .startsWith("ref,transaction,kind,dong,at\n")
        .contains(ref, ",135000,", ",35000,");
  }

  @Test
  void whatThePortalDoesNotTakeInIsToldAgain() throws Exception {
    var ref = ref();
    init(ref, "20000");
    portal.answers(200, "{\"MaLoi\": \"99\"}");
    mvc.post().uri("/natpay/pay/" + ref).param("outcome", "cancel").exchange();
    await().atMost(Duration.ofSeconds(5)).until(() -> portal.told().size() >= 3);
    var told = json.readTree(portal.told().getLast().body());
    assertThat(told.path("MaLoi").asString()).isEqualTo("24");
    var state = question("QUERY", ref);
    assertThat(state.path("TrangThaiGD").asString()).isEqualTo("4");
    assertThat(state.path("MaLoi").asString()).isEqualTo("24");
  }

  @Test
  void whatIsForgedIsRefused() throws Exception {
    var message = sealed(initOf(ref(), "20000"));
    message.put("SoTien", "1");
    assertThat(send(message).path("MaLoi").asString()).isEqualTo("97");
    assertThat(question("QUERY", ref()).path("MaLoi").asString()).isEqualTo("01");
  }

  @Test
  void nobodyPaysWhatIsNotThere() {
    assertThat(mvc.get().uri("/natpay/pay/MC000")).hasStatus(404);
    assertThat(mvc.get().uri("/natpay")).hasStatusOk();
  }

  private JsonNode init(String ref, String dong) throws Exception {
    return send(sealed(initOf(ref, dong)));
  }

  private static Map<String, Object> initOf(String ref, String dong) {
    var values = new LinkedHashMap<String, Object>();
    values.put("LoaiBanTin", "INIT");
    values.put("PhienBan", "1.0.6");
    values.put("MaDoiTac", "MOTCUA");
    values.put("MaThamChieu", ref);
    values.put("SoTien", dong);
    values.put("LoaiHinhThanhToan", "PAY");
    values.put("MaKenhThanhToan", "1");
    values.put("MaThietBi", "1");
    values.put("NgonNgu", "vi-VN");
    values.put("MaTienTe", "VND");
    values.put("MaNganHang", "PAYMENT");
    values.put("ThongTinGiaoDich", "Lệ phí đăng ký (thử)");
    values.put("ThoiGianGD", TIME);
    values.put("Ip", "127.0.0.1");
    return values;
  }

  private JsonNode question(String kind, String ref) throws Exception {
    var values = new LinkedHashMap<String, Object>();
    values.put("LoaiBanTin", kind);
    values.put("PhienBan", "1.0.6");
    values.put("MaDoiTac", "MOTCUA");
    values.put("MaThamChieu", ref);
    values.put("ThoiGianGD", TIME);
    return send(sealed(values));
  }

  private JsonNode refund(String ref, String request, String dong) throws Exception {
    var values = new LinkedHashMap<String, Object>();
    values.put("LoaiBanTin", "REFUND");
    values.put("PhienBan", "1.0.6");
    values.put("MaDoiTac", "MOTCUA");
    values.put("MaThamChieu", ref);
    values.put("MaGiaoDich", "");
    values.put("MaYeuCauHoan", request);
    values.put("SoTien", dong);
    values.put("MaTienTe", "VND");
    values.put("ThongTinGiaoDich", "Hoan tien");
    values.put("ThoiGianGD", TIME);
    return send(sealed(values));
  }

  private JsonNode send(Map<String, Object> message) {
    var told = new LinkedHashMap<>(message);
    if ("INIT".equals(told.get("LoaiBanTin"))) told.put("ThongTinBienLai", Map.of());
    var answer =
        mvc.post()
            .uri("/natpay")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(told))
            .exchange();
    assertThat(answer).hasStatusOk();
    return json.readTree(answer.getResponse().getContentAsByteArray());
  }

  private Map<String, Object> sealed(Map<String, Object> values) throws Exception {
    var sealed = new LinkedHashMap<>(values);
    sealed.put("MaXacThuc", hash(List.copyOf(values.values())));
    return sealed;
  }

  private boolean isSealed(JsonNode message) throws Exception {
    var values = new ArrayList<>();
    for (var field : message.properties()) {
      if (!field.getKey().equals("MaXacThuc")) values.add(field.getValue().asString());
    }
    return hash(values).equals(message.path("MaXacThuc").asString());
  }

  private String hash(List<Object> values) throws Exception {
    var secret = Files.readString(secrets.resolve("platform.secret")).strip();
    var text = new StringBuilder();
    for (var value : values) text.append(value).append('|');
    var hash = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(hash.digest((text + secret).getBytes(UTF_8)));
  }

  private static String ref() {
    return "MC"
        + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
  }
}
