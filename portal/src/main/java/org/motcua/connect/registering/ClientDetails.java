package org.motcua.connect.registering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;

/** All that an administrator may say of a system, and say anew later. */
record ClientDetails(
    String name,
    @Nullable String englishName,
    @Nullable String homeAddress,
    @Nullable String contact,
    Client.@Nullable Portal portal,
    Set<String> apiScopes,
    Client.@Nullable Keys keys) {

  Client in(Client client) {
    return new Client(
        client.id(),
        client.agency(),
        name,
        englishName,
        homeAddress,
        contact,
        client.stage(),
        portal,
        apiScopes,
        keys,
        client.secrets(),
        client.createdAt());
  }

  /** What is said otherwise than before, in the log's words. */
  List<String> differences(Client client) {
    var all = new ArrayList<String>();
    if (!name.equals(client.name()) || !Objects.equals(englishName, client.englishName())) {
      all.add("name");
    }
    if (!Objects.equals(homeAddress, client.homeAddress())) all.add("home address");
    if (!Objects.equals(contact, client.contact())) all.add("contact");
    portalDifferences(client.portal(), all);
    if (!apiScopes.equals(client.apiScopes())) all.add("interfaces");
    if (!Objects.equals(keys, client.keys())) all.add("keys");
    return all;
  }

  private void portalDifferences(Client.@Nullable Portal before, List<String> all) {
    if (portal == null || before == null) {
      if (portal != before) all.add("signing people in");
      return;
    }
    if (!portal.redirectAddresses().equals(before.redirectAddresses())) {
      all.add("redirect addresses");
    }
    if (!portal.logoutAddresses().equals(before.logoutAddresses())) {
      all.add("addresses after signing out");
    }
    if (!Objects.equals(portal.backChannelAddress(), before.backChannelAddress())) {
      all.add("back-channel address");
    }
    if (portal.proofKey() != before.proofKey()) all.add("PKCE");
    if (portal.refreshes() != before.refreshes()) all.add("refresh tokens");
    if (!portal.required().equals(before.required())
        || !portal.optional().equals(before.optional())) {
      all.add("personal data");
    }
  }
}
