package org.motcua.connect.leaving;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.motcua.connect.ClientId;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.ClientEvent;
import org.springframework.stereotype.Component;

/** Tells one client, over the network and without a person (Back-Channel Logout 1.0, 2.5). */
@Component
class SendLogoutNotice {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KnownClients clients;
  private final LogoutTokens tokens;
  private final ClientLog log;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  SendLogoutNotice(KnownClients clients, LogoutTokens tokens, ClientLog log) {
    this.clients = clients;
    this.tokens = tokens;
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
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
      var status = answer.statusCode();
      return status == 200 || status == 204 ? "" : "answered " + status;
    } catch (IOException e) {
      return "no answer: " + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
