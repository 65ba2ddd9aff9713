package org.motcua.connect.leaving;

import java.io.IOException;
import java.net.URI;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.ClientEvent;
import org.motcua.platform.calling.ClientCalls;
import org.springframework.stereotype.Component;

/** Tells one client, over the network and without a person (Back-Channel Logout 1.0, 2.5). */
@Component
class SendLogoutNotice {

  private final KnownClients clients;
  private final LogoutTokens tokens;
  private final ClientCalls calls;
  private final ClientLog log;

  SendLogoutNotice(KnownClients clients, LogoutTokens tokens, ClientCalls calls, ClientLog log) {
    this.clients = clients;
    this.tokens = tokens;
    this.calls = calls;
    this.log = log;
  }

  /** The client has not taken it: try again later. */
  static final class NotTaken extends RuntimeException {
    NotTaken(String why) {
      super(why);
    }
  }

  void send(LogoutNotice notice) {
    var id = new ClientId(notice.client());
    var portal = clients.find(id).map(client -> client.portal()).orElse(null);
    if (portal == null || portal.backChannelAddress() == null) return;
    var why = post(portal.backChannelAddress(), tokens.of(notice));
    if (why.isEmpty()) {
      log.write(id, ClientEvent.Kind.LOGOUT_TOLD, null, null);
    } else {
      log.write(id, ClientEvent.Kind.LOGOUT_NOT_TOLD, null, why);
      throw new NotTaken(why);
    }
  }

  /** Empty when it was taken, else why not. */
  private String post(String address, String token) {
    try {
      var status = calls.post(URI.create(address), "logout_token", token).status();
      return status == 200 || status == 204 ? "" : "answered " + status;
    } catch (IOException e) {
      return "no answer: " + e;
    }
  }
}
