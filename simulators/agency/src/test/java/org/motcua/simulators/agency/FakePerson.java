package org.motcua.simulators.agency;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody as the national portal knows him.
 *
 * @param sid the portal's name for his sign-in at this province
 */
public record FakePerson(String subject, String sid, String level, Map<String, Object> userInfo) {

  public static FakePerson mai() {
    return citizen("Nguyễn Thị Mai", "022190001234");
  }

  public static FakePerson hung() {
    return citizen("Trần Văn Hùng", "022088005678");
  }

  public static FakePerson lan() {
    return citizen("Phạm Thị Lan", "022165000271");
  }

  public static FakePerson saoVang() {
    return person(
        Map.of(
            "LoaiTaiKhoan",
            2,
            "TenDoanhNghiep",
            "Công ty TNHH Sao Vàng",
            "MaSoThue",
            "5700123454"));
  }

  /** Somebody whom no other test knows. */
  public static FakePerson stranger() {
    return citizen("Võ Minh Khôi", newNumber());
  }

  public static FakePerson citizen(String name, String number) {
    return person(
        Map.of(
            "LoaiTaiKhoan",
            1,
            "HoVaTen",
            name,
            "SoDinhDanh",
            number,
            "SoDienThoai",
            "+84912000001",
            "loAs",
            "LoA1"));
  }

  private static FakePerson person(Map<String, Object> claims) {
    return new FakePerson(
            UUID.randomUUID().toString(), UUID.randomUUID().toString(), "LoA1", claims)
        .with("TechID", UUID.randomUUID().toString());
  }

  public FakePerson with(String claim, Object value) {
    var claims = new HashMap<>(userInfo);
    claims.put(claim, value);
    claims.put("sub", subject);
    return new FakePerson(subject, sid, level, claims);
  }

  public FakePerson without(String claim) {
    var claims = new HashMap<>(userInfo);
    claims.remove(claim);
    return new FakePerson(subject, sid, level, claims);
  }

  public FakePerson at(String level) {
    return new FakePerson(subject, sid, level, userInfo);
  }

  /** The same in another browser. */
  public FakePerson elsewhere() {
    return new FakePerson(subject, UUID.randomUUID().toString(), level, userInfo);
  }

  public static String newNumber() {
    return "0%011d"
        .formatted(Math.abs(UUID.randomUUID().getMostSignificantBits() % 100_000_000_000L));
  }
}
