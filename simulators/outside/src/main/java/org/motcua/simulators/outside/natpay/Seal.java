package org.motcua.simulators.outside.natpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.motcua.simulators.outside.SharedSecret;
import org.springframework.stereotype.Component;

/**
 * MaXacThuc: SHA-256, in hexadecimal, of values and the secret that portal and platform know,
 * joined by {@code |}.
 */
@Component("natpaySeal")
class Seal {

  static final String FIELD = "MaXacThuc";

  static final List<String> INIT =
      List.of(
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
          "Ip");
  static final List<String> QUESTION =
      List.of("LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD");
  static final List<String> REFUND =
      List.of(
          "LoaiBanTin",
          "PhienBan",
          "MaDoiTac",
          "MaThamChieu",
          "MaGiaoDich",
          "MaYeuCauHoan",
          "SoTien",
          "MaTienTe",
          "ThongTinGiaoDich",
          "ThoiGianGD");

  private final String secret;

  Seal(SharedSecret secrets) {
    this.secret = secrets.of("platform");
  }

  /** Puts it under values that stand in the order in which they are sealed. */
  void put(Map<String, String> message) {
    message.put(FIELD, of(List.copyOf(message.values())));
  }

  boolean isOn(Message message, List<String> fields) {
    var ours = of(fields.stream().map(message::get).toList());
    return MessageDigest.isEqual(ours.getBytes(UTF_8), message.get(FIELD).getBytes(UTF_8));
  }

  private String of(List<String> values) {
    try {
      var text = String.join("|", values) + "|" + secret;
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
