package org.motcua.identity.enterprises;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom to invite, as it was typed. */
public record InvitationForm(String number, String fullName, List<String> powers) {

  public InvitationForm(
      @Nullable String number, @Nullable String fullName, @Nullable List<String> powers) {
    this.number = number == null ? "" : number;
    this.fullName = fullName == null ? "" : fullName;
    this.powers = powers == null ? List.of() : List.copyOf(powers);
  }

  static InvitationForm empty() {
    return new InvitationForm(null, null, List.of("SEE", "FILE"));
  }

  @Override
  public String toString() {
    return "InvitationForm";
  }
}
