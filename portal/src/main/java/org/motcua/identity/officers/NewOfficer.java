package org.motcua.identity.officers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.model.Phone;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Role;

/** An officer whose form has nothing wrong with it. */
record NewOfficer(
    AccountId id,
    Agency agency,
    String name,
    String signInName,
    Phone phone,
    @Nullable String email,
    List<Role> roles) {

  @Override
  public String toString() {
    return "NewOfficer " + id;
  }
}
