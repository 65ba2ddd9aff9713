package org.motcua.payments.gateway.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * MaXacThuc, the mark that only those who know the secret can put on a message: SHA-256, in
 * hexadecimal, of the values of these fields in this order and the secret, joined by {@code |}.
 */
enum Seal {
  /** Without ThongTinBienLai. */
  INIT(
      "LoaiBanTin",
      "PhienBan",
      "MaDoiTac",
      "MaThamChieu",
      "SoTien",
      "LoaiHinhThanhToan",
      "MaKenhThanhToan",
      "MaThietBi",
      "NgonNgu",
      "MaTienTe",
      "MaNganHang",
      "ThongTinGiaoDich",
      "ThoiGianGD",
      "Ip"),
  CONFIRMATION(
      "LoaiBanTin",
      "MaLoi",
      "MaDoiTac",
      "MaThamChieu",
      "SoTien",
      "MaTienTe",
      "MaGiaoDich",
      "MaNganHang",
      "ThoiGianGD",
      "ThongTinGiaoDich"),
  /** What is asked with QUERY and GET_BILL. */
  QUESTION("LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD"),
  /** What is answered to QUERY. To be confirmed: the contract that is public does not say. */
  STATE(
      "LoaiBanTin",
      "MaLoi",
      "TrangThaiGD",
      "MaDoiTac",
      "MaThamChieu",
      "SoTien",
      "MaTienTe",
      "MaGiaoDich",
      "MaNganHang",
      "ThoiGianGD",
      "ThongTinGiaoDich"),
  /** To be confirmed. */
  REFUND(
      "LoaiBanTin",
      "PhienBan",
      "MaDoiTac",
      "MaThamChieu",
      "MaGiaoDich",
      "MaYeuCauHoan",
      "SoTien",
      "MaTienTe",
      "ThongTinGiaoDich",
      "ThoiGianGD"),
  /** What is answered to REFUND. To be confirmed. */
  REFUND_STATE(
      "LoaiBanTin",
      "MaLoi",
      "TrangThaiGD",
      "MaDoiTac",
      "MaThamChieu",
      "MaYeuCauHoan",
      "SoTien",
      "MaTienTe",
      "MaGiaoDich",
      "ThoiGianGD");

  static final String FIELD = "MaXacThuc";

  /** Between the values; within one it would let its end be moved into the next. */
  static final String BETWEEN = "|";

  private final List<String> fields;

  Seal(String... fields) {
    this.fields = List.of(fields);
  }

  List<String> fields() {
    return fields;
  }

  /** What is hashed. */
  String text(Map<String, String> values, String secret) {
    var text = new StringBuilder();
    for (var field : fields) text.append(values.getOrDefault(field, "")).append(BETWEEN);
    return text.append(secret).toString();
  }

  String of(Map<String, String> values, String secret) {
    return HexFormat.of().formatHex(sha256(text(values, secret)));
  }

  /** Whether the message bears it, and nobody can have cut its values differently. */
  boolean isOn(Map<String, String> values, String secret) {
    var right = of(values, secret);
    var given = values.getOrDefault(FIELD, "").toLowerCase(Locale.ROOT);
    return MessageDigest.isEqual(right.getBytes(UTF_8), given.getBytes(UTF_8))
        && fields.stream().noneMatch(field -> values.getOrDefault(field, "").contains(BETWEEN));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
