package org.motcua.identity.officers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.organisation.Role;
import org.motcua.platform.ids.NewId;

/**
 * What an administrator types about a new officer, as it was typed.
 *
 * @param key the account to be: sent twice, the form makes one
 */
public record OfficerForm(
    String key,
    String agency,
    String fullName,
    String signInName,
    String phone,
    String email,
    List<Role> roles) {

  public OfficerForm(
      @Nullable String key,
      @Nullable String agency,
      @Nullable String fullName,
      @Nullable String signInName,
      @Nullable String phone,
      @Nullable String email,
      @Nullable List<Role> roles) {
    this.key = key != null && isKey(key) ? key : NewId.next().toString();
    this.agency = orBlank(agency);
    this.fullName = orBlank(fullName);
    this.signInName = orBlank(signInName);
    this.phone = orBlank(phone);
    this.email = orBlank(email);
    this.roles = roles == null ? List.of() : List.copyOf(roles);
  }

  static OfficerForm at(String agency) {
    return new OfficerForm(null, agency, null, null, null, null, null);
  }

  AccountId id() {
    return AccountId.of(key);
  }

  public List<String> roleNames() {
    return roles.stream().map(Role::name).toList();
  }

  private static boolean isKey(String key) {
    try {
      return UUID.fromString(key).toString().equals(key);
    } catch (IllegalArgumentException notAKey) {
      return false;
    }
  }

  private static String orBlank(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  @Override
  public String toString() {
    return "OfficerForm";
  }
}
