package org.motcua.identity.registering;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.DateParts;

/** What a citizen types to register, as it was typed. */
public record CitizenForm(
    String numberKind,
    String number,
    String fullName,
    DateParts born,
    String gender,
    String phone,
    Home home,
    String street,
    String password) {

  static final String CITIZEN_ID = "citizenId";
  static final String SOCIAL_INSURANCE = "socialInsuranceNumber";

  /** By the phone alone, which is confirmed anyway. */
  static final String PHONE = "phone";

  private static final Set<String> KINDS = Set.of(CITIZEN_ID, SOCIAL_INSURANCE, PHONE);

  static final CitizenForm EMPTY =
      new CitizenForm(null, null, null, null, null, null, null, null, null);

  public CitizenForm(
      @Nullable String numberKind,
      @Nullable String number,
      @Nullable String fullName,
      @Nullable DateParts born,
      @Nullable String gender,
      @Nullable String phone,
      @Nullable Home home,
      @Nullable String street,
      @Nullable String password) {
    this.numberKind = numberKind != null && KINDS.contains(numberKind) ? numberKind : CITIZEN_ID;
    this.number = orBlank(number);
    this.fullName = orBlank(fullName);
    this.born = born == null ? DateParts.EMPTY : born;
    this.gender = orBlank(gender);
    this.phone = orBlank(phone);
    this.home = home == null ? Home.NONE : home;
    this.street = orBlank(street);
    this.password = orBlank(password);
  }

  boolean isKnownBy(String kind) {
    return numberKind.equals(kind);
  }

  /** Where one lives, by the codes that the unit picker sends. */
  public record Home(
      @Nullable String province, @Nullable String district, @Nullable String commune) {
    static final Home NONE = new Home(null, null, null);
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "CitizenForm";
  }
}
