package org.motcua.connect.leaving;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.keys.IdTokens;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.SignOn;
import org.motcua.connect.model.SignOnStore;
import org.motcua.connect.providing.Claim;
import org.springframework.stereotype.Component;

/** Reads requests to sign out as OpenID Connect RP-Initiated Logout 1.0, 2 and 3, wants it. */
@Component
class LogoutRequests {

  private final IdTokens idTokens;
  private final KnownClients clients;
  private final SignOnStore signOns;

  LogoutRequests(IdTokens idTokens, KnownClients clients, SignOnStore signOns) {
    this.idTokens = idTokens;
    this.clients = clients;
    this.signOns = signOns;
  }

  /** Empty where something in it is not ours, or leads somewhere that nobody has registered. */
  Optional<LogoutRequest> read(HttpServletRequest request) {
    var hint = parameter(request, "id_token_hint");
    var token = hint == null ? null : idTokens.read(hint).orElse(null);
    if (hint != null && token == null) return Optional.empty();

    var named = parameter(request, "client_id");
    if (named != null && token != null && !token.getAudience().contains(named)) {
      return Optional.empty();
    }
    var id = named != null ? named : token != null ? token.getAudience().getFirst() : null;
    var client = id == null ? null : clients.find(new ClientId(id)).orElse(null);
    if (id != null && client == null) return Optional.empty();

    var address = parameter(request, "post_logout_redirect_uri");
    if (address != null && !isRegistered(address, client)) return Optional.empty();
    return Optional.of(
        new LogoutRequest(client, signOn(token), address, parameter(request, "state")));
  }

  private static boolean isRegistered(String address, @Nullable Client client) {
    var portal = client == null ? null : client.portal();
    return portal != null && portal.logoutAddresses().contains(address);
  }

  private @Nullable SignOn signOn(@Nullable JWTClaimsSet token) {
    if (token == null || !(token.getClaim(Claim.SIGN_ON) instanceof String id)) return null;
    return signOns.find(UUID.fromString(id)).orElse(null);
  }

  private static @Nullable String parameter(HttpServletRequest request, String name) {
    var value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value;
  }
}
