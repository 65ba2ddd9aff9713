package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.motcua.benchmarks.KeptConnection.Answer;

/**
 * The demo's program with which people have applications filed, and the province's own system that
 * handles them.
 */
final class FilingProgram {

  private static final String ID = "law-office";
  private static final String SECRET = "motcua-demo-secret";
  private static final String REDIRECT = "http://localhost:3000/callback";

  /** One for all: what is measured is not how well a code is guarded. */
  private static final String VERIFIER = "mot-cua-mot-cua-mot-cua-mot-cua-mot-cua-mot-cua";

  private static final String BASIC =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString((ID + ":" + SECRET).getBytes(UTF_8))
          + "\r\n";

  /** Where it sends a browser to have somebody signed in, who lets it file. */
  static String authorize() {
    return "/oauth2/authorize?response_type=code&client_id="
        + ID
        + "&scope=openid%20services.read%20dossiers.file&state=s&acr_values=LoA2&redirect_uri="
        + encoded(REDIRECT)
        + "&code_challenge_method=S256&code_challenge="
        + challenge();
  }

  /** By RFC 7636. */
  private static String challenge() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }

  static Answer exchange(KeptConnection portal, URI sentBackTo) throws IOException {
    for (var pair : sentBackTo.getRawQuery().split("&")) {
      if (!pair.startsWith("code=")) continue;
      return portal
          .post(
              "/oauth2/token",
              BASIC,
              "grant_type=authorization_code&"
                  + pair
                  + "&code_verifier="
                  + VERIFIER
                  + "&redirect_uri="
                  + encoded(REDIRECT))
          .good();
    }
    throw new IOException("Not sent back with a code, but to " + sentBackTo);
  }

  static Answer refresh(KeptConnection portal, String refreshToken) throws IOException {
    return portal
        .post("/oauth2/token", BASIC, "grant_type=refresh_token&refresh_token=" + refreshToken)
        .good();
  }

  /** The province's token, for whose agencies its system acts. */
  static String agencyToken(KeptConnection portal) throws IOException {
    return AgencySystem.token(portal, "dossiers.handle");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private FilingProgram() {}
}
