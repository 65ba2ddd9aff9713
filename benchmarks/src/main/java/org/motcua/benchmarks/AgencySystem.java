package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import org.motcua.benchmarks.KeptConnection.Answer;

/**
 * What the demo's provincial portal sends to ours: it is known by an id and a secret, which it
 * sends in the body, and has people sent back to one address.
 */
record AgencySystem(String redirect) {

  static final String ID = "quangninh-portal";

  private static final String PROOF = "&client_id=" + ID + "&client_secret=motcua-demo-secret";

  /** What it asks about people. */
  private static final String SCOPES = "openid+profile";

  /** The demo's, which is told its own address as {@code bin/run} tells it. */
  static AgencySystem ofDemo() {
    var port = System.getenv().getOrDefault("AGENCY_PORT", "8090");
    return new AgencySystem("http://localhost:" + port + "/login/oauth2/code/motcua");
  }

  /** Where it sends a browser to have somebody signed in. */
  String authorize(String state) {
    return "/oauth2/authorize?response_type=code&client_id="
        + ID
        + "&scope="
        + SCOPES
        + "&redirect_uri="
        + encoded(redirect)
        + "&state="
        + state
        + "&nonce=n-"
        + state;
  }

  /** The code in the address to which the portal has sent the browser back. */
  String code(String location, String state) throws IOException {
    if (!location.startsWith(redirect + "?") || !parameter(location, "state").equals(state)) {
      throw new IOException("Not sent back with a code, but to " + location);
    }
    return parameter(location, "code");
  }

  Answer token(KeptConnection portal) throws IOException {
    return portal
        .post(
            "/oauth2/token",
            "grant_type=client_credentials&scope=catalogue.read+dossiers.read" + PROOF)
        .good();
  }

  Answer exchange(KeptConnection portal, String code) throws IOException {
    return portal
        .post(
            "/oauth2/token",
            "grant_type=authorization_code&code="
                + code
                + "&redirect_uri="
                + encoded(redirect)
                + PROOF)
        .good();
  }

  Answer refresh(KeptConnection portal, String refreshToken) throws IOException {
    return portal
        .post("/oauth2/token", "grant_type=refresh_token&refresh_token=" + refreshToken + PROOF)
        .good();
  }

  Answer userInfo(KeptConnection portal, String accessToken) throws IOException {
    return portal.get("/userinfo", "Authorization: Bearer " + accessToken + "\r\n").good();
  }

  private static String parameter(String address, String name) throws IOException {
    for (var pair : URI.create(address).getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
    }
    throw new IOException("No " + name + " in " + address);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Its own, for nobody signed in there. */
  static String token(KeptConnection portal, String scope) throws IOException {
    return portal
        .post("/oauth2/token", "grant_type=client_credentials&scope=" + scope + PROOF)
        .good()
        .member("access_token");
  }
}
