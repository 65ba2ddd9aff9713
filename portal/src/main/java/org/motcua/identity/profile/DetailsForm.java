package org.motcua.identity.profile;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.registering.CitizenForm.Home;
import org.motcua.identity.registering.TypedPerson;
import org.motcua.platform.web.ui.DateParts;

/** What is typed on the page of one's own details. */
public record DetailsForm(
    String fullName, DateParts born, String gender, String citizenId, Home home, String street) {

  public DetailsForm(
      @Nullable String fullName,
      @Nullable DateParts born,
      @Nullable String gender,
      @Nullable String citizenId,
      @Nullable Home home,
      @Nullable String street) {
    this.fullName = orBlank(fullName);
    this.born = born == null ? DateParts.EMPTY : born;
    this.gender = orBlank(gender);
    this.citizenId = orBlank(citizenId);
    this.home = home == null ? new Home(null, null, null) : home;
    this.street = orBlank(street);
  }

  static DetailsForm of(Details details, Home home) {
    var gender = details.gender();
    var address = details.home();
    return new DetailsForm(
        details.name(),
        DateParts.of(details.born()),
        gender == null ? null : gender.name(),
        details.citizenId(),
        home,
        address == null ? null : address.street());
  }

  TypedPerson person() {
    return new TypedPerson(fullName, born, gender, home, street);
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "DetailsForm";
  }
}
