package org.motcua.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The national Payment Platform over HTTP, one for the whole run. It reckons its seals by itself,
 * and says of a payment what a test wants; a test may put it out of order until {@link #mend()}.
 */
public final class NationalPlatform {

  /** How it may be at fault. */
  public enum Fault {
    NONE,
    UNAVAILABLE,
    GARBLED,
    /** Answers without knowing the secret. */
    FORGED,
    /** Speaks of another payment than it was asked about. */
    CONTRADICTORY,
    /** Does what it is asked, and its answer does not arrive. */
    DEAF,
    /** Gives no money back. */
    MEAN
  }

  public static final String SECRET = "known-to-both-and-nobody-else";

  private static final String PARTNER = "MOTCUA";
  private static final String TIME = "20261123094500";

  private static final JsonMapper json = new JsonMapper();
  private static final Map<String, JsonNode> payments = new ConcurrentHashMap<>();
  private static final Map<String, String[]> states = new ConcurrentHashMap<>();
  private static final Map<String, String> refunds = new ConcurrentHashMap<>();
  private static final Map<String, Map<String, Long>> given = new ConcurrentHashMap<>();
  private static volatile Fault fault = Fault.NONE;

  public static String address() {
    return Phones.address() + "/natpay";
  }

  public static void fails(Fault how) {
    fault = how;
  }

  public static void mend() {
    fault = Fault.NONE;
  }

  /** What was told of a payment with INIT. */
  public static JsonNode initOf(String ref) {
    return payments.get(ref);
  }

  /**
   * @param state TrangThaiGD
   * @param code MaLoi
   */
  public static void becomes(String ref, String state, String code) {
    states.put(ref, new String[] {state, code});
  }

  /**
   * @param state TrangThaiGD of every refund of that payment
   */
  public static void refundsOf(String ref, String state) {
    refunds.put(ref, state);
  }

  /** In dong. */
  public static long gaveBack(String ref) {
    return given.getOrDefault(ref, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** What it would tell the portal. */
  public static Map<String, String> confirmation(String ref, String code, String dong) {
    var values = new LinkedHashMap<String, String>();
    values.put("LoaiBanTin", "CONFIRM");
    values.put("MaLoi", code);
    values.put("MaDoiTac", PARTNER);
    values.put("MaThamChieu", ref);
    values.put("SoTien", dong);
    values.put("MaTienTe", "VND");
    values.put("MaGiaoDich", "NP" + ref.substring(2));
    values.put("MaNganHang", "970436");
    values.put("ThoiGianGD", TIME);
    values.put("ThongTinGiaoDich", "Lệ phí thử");
    return sealed(values);
  }

  /** Over all values in their order, as the platform does. */
  public static Map<String, String> sealed(Map<String, String> values) {
    var sealed = new LinkedHashMap<>(values);
    sealed.remove("MaXacThuc");
    sealed.put("MaXacThuc", hash(String.join("|", sealed.values()) + "|" + SECRET));
    return sealed;
  }

  public static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void openAt(HttpServer server) {
    server.createContext("/natpay", NationalPlatform::receive);
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = json.readTree(exchange.getRequestBody().readAllBytes());
      if (fault == Fault.UNAVAILABLE) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var answer = answer(asked);
      if (fault == Fault.DEAF) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var text = fault == Fault.GARBLED ? "<html>" : json.writeValueAsString(answer);
      var bytes = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> answer(JsonNode asked) throws IOException {
    if (!isSealed(asked)) return Map.of("MaLoi", "97");
    var ref = asked.path("MaThamChieu").asString();
    return switch (asked.path("LoaiBanTin").asString()) {
      case "INIT" -> {
        payments.put(ref, asked);
        yield Map.of("MaLoi", "00", "UrlThanhToan", address() + "/pay?ref=" + ref);
      }
      case "QUERY" -> said(state(asked, ref));
      case "GET_BILL" -> Map.of("MaLoi", "00", "MaThamChieu", ref, "BienLai", pdf());
      case "REFUND" -> said(refund(asked, ref));
      default -> Map.of("MaLoi", "03");
    };
  }

  /** All that is text stands in the order in which it is sealed. */
  private static boolean isSealed(JsonNode asked) {
    var values = new ArrayList<String>();
    for (var field : asked.properties()) {
      if (field.getValue().isValueNode() && !field.getKey().equals("MaXacThuc")) {
        values.add(field.getValue().asString());
      }
    }
    return hash(String.join("|", values) + "|" + SECRET).equals(asked.path("MaXacThuc").asString());
  }

  private static Map<String, String> state(JsonNode asked, String ref) {
    var state = states.getOrDefault(ref, new String[] {"0", "00"});
    var known = payments.get(ref);
    var values = new LinkedHashMap<String, String>();
    values.put("LoaiBanTin", "QUERY");
    values.put("MaLoi", known == null ? "01" : state[1]);
    values.put("TrangThaiGD", known == null ? "" : state[0]);
    values.put("MaDoiTac", PARTNER);
    values.put("MaThamChieu", ref);
    values.put("SoTien", known == null ? "" : known.path("SoTien").asString());
    values.put("MaTienTe", "VND");
    values.put("MaGiaoDich", "NP" + ref.substring(2));
    values.put("MaNganHang", "970436");
    values.put("ThoiGianGD", TIME);
    values.put("ThongTinGiaoDich", asked.path("LoaiBanTin").asString());
    return values;
  }

  private static Map<String, String> refund(JsonNode asked, String ref) {
    var state = fault == Fault.MEAN ? "4" : refunds.getOrDefault(ref, "1");
    if (state.equals("1")) {
      given
          .computeIfAbsent(ref, none -> new ConcurrentHashMap<>())
          .put(asked.path("MaYeuCauHoan").asString(), asked.path("SoTien").asLong());
    }
    var values = new LinkedHashMap<String, String>();
    values.put("LoaiBanTin", "REFUND");
    values.put("MaLoi", state.equals("4") ? "99" : "00");
    values.put("TrangThaiGD", state);
    values.put("MaDoiTac", PARTNER);
    values.put("MaThamChieu", ref);
    values.put("MaYeuCauHoan", asked.path("MaYeuCauHoan").asString());
    values.put("SoTien", asked.path("SoTien").asString());
    values.put("MaTienTe", "VND");
    values.put("MaGiaoDich", "RF" + ref.substring(2));
    values.put("ThoiGianGD", TIME);
    return values;
  }

  private static Map<String, String> said(Map<String, String> values) {
    if (fault == Fault.CONTRADICTORY) values.put("MaThamChieu", "MC000000000000");
    var sealed = sealed(values);
    if (fault == Fault.FORGED) sealed.put("MaXacThuc", hash("a guess"));
    return sealed;
  }

  private static String pdf() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
  }

  private NationalPlatform() {}
}
