package org.motcua.simulators.agency.people;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is by the word of the national portal. Only what he agreed to give has come; of an
 * enterprise its tax code counts, of a citizen his number.
 *
 * @param techId the same at every agency, for ever
 */
public record NationalIdentity(
    String techId,
    Kind kind,
    String name,
    @Nullable String citizenNumber,
    @Nullable String formerNumber,
    @Nullable String taxCode,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String address,
    Level level)
    implements Serializable {

  private static final int CITIZEN = 1;

  /**
   * Empty when there is no TechID, without which nobody can be told from another.
   *
   * @param acr the level written in the ID token, if it is
   */
  public static Optional<NationalIdentity> from(Map<String, Object> claims, @Nullable String acr) {
    var techId = text(claims, "TechID", 100);
    return techId == null ? Optional.empty() : Optional.of(from(techId, claims, acr));
  }

  private static NationalIdentity from(
      String techId, Map<String, Object> claims, @Nullable String acr) {
    var kind = kind(claims);
    var citizen = kind == Kind.CITIZEN;
    return new NationalIdentity(
        techId,
        kind,
        name(claims, kind),
        citizen ? digits(claims, "SoDinhDanh", 12) : null,
        citizen ? digits(claims, "SoCMND", 9) : null,
        citizen ? null : taxCode(claims),
        text(claims, "SoDienThoai", 20),
        text(claims, "ThuDienTu", 254),
        text(claims, "DiaChi", 500),
        Level.of(acr != null ? acr : text(claims, "loAs", 20)));
  }

  /** A number to some, a text to others; whatever is not a citizen is an organisation. */
  private static Kind kind(Map<String, Object> claims) {
    var type = claims.get("LoaiTaiKhoan");
    var citizen = type == null || String.valueOf(type).equals(String.valueOf(CITIZEN));
    return citizen ? Kind.CITIZEN : Kind.ENTERPRISE;
  }

  private static String name(Map<String, Object> claims, Kind kind) {
    var name = text(claims, kind == Kind.CITIZEN ? "HoVaTen" : "TenDoanhNghiep", 200);
    if (name == null) name = text(claims, kind == Kind.CITIZEN ? "name" : "HoVaTen", 200);
    return name == null ? "" : name;
  }

  private static @Nullable String taxCode(Map<String, Object> claims) {
    var code = text(claims, "MaSoThue", 14);
    return code != null ? code : text(claims, "MaSoDoanhNghiep", 14);
  }

  private static @Nullable String digits(Map<String, Object> claims, String claim, int count) {
    var value = text(claims, claim, count);
    return value != null && value.matches("\\d{" + count + "}") ? value : null;
  }

  private static @Nullable String text(Map<String, Object> claims, String claim, int longest) {
    if (!(claims.get(claim) instanceof Object value)) return null;
    var text = value.toString().strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), longest));
  }
}
