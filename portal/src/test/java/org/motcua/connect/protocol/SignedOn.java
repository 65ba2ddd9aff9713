package org.motcua.connect.protocol;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

/**
 * What an agency's system holds after one sign-in.
 *
 * @param identity what the ID token says, verified
 */
record SignedOn(
    AgencySystem agency,
    AuthenticationRequest request,
    AuthorizationCode code,
    OIDCTokens tokens,
    IDTokenClaimsSet identity) {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  AccessToken access() {
    return tokens.getAccessToken();
  }

  RefreshToken refresh() {
    return tokens.getRefreshToken();
  }

  JWT idToken() {
    return tokens.getIDToken();
  }

  String sid() {
    return identity.getSessionID().getValue();
  }

  UserInfo person() {
    return agency.person(access());
  }

  /** Whether its tokens still open anything; userinfo and introspection must agree. */
  boolean alive() {
    var answer = agency.asksWho(access());
    var active = agency.introspects(access()).isActive();
    if (isAnswered(answer) != active) {
      throw new AssertionError("userinfo says " + answer.getStatusCode() + ", but: " + active);
    }
    return active;
  }

  private static boolean isAnswered(HTTPResponse answer) {
    return switch (answer.getStatusCode()) {
      case OK -> true;
      case UNAUTHORIZED -> false;
      default -> throw new AssertionError(answer.getStatusCode() + " " + answer.getBody());
    };
  }
}
