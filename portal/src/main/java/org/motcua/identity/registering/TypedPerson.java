package org.motcua.identity.registering;

import org.motcua.platform.web.ui.DateParts;

/** Who somebody is and where he lives, as it was typed. */
public record TypedPerson(
    String fullName, DateParts born, String gender, CitizenForm.Home home, String street) {

  @Override
  public String toString() {
    return "TypedPerson";
  }
}
