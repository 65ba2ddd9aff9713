package org.motcua.connect.protocol;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An agency's system, played by a client library that knows the standards and not us: it is told
 * the issuer, reads the rest from the discovery, and checks whatever it is handed.
 */
final class AgencySystem {

  private final Wire wire;
  private final ClientID id;
  private final Supplier<ClientAuthentication> proof;
  private final URI callback;
  private final URI home;
  private final @Nullable CodeVerifier verifier;
  private final OIDCProviderMetadata provider;

  /**
   * @param proof of who it is, made anew for each request
   * @param home where people come back to after signing out
   * @param verifier for a system that proves its code requests by PKCE
   */
  AgencySystem(
      Wire wire,
      ClientID id,
      Supplier<ClientAuthentication> proof,
      URI callback,
      URI home,
      @Nullable CodeVerifier verifier) {
    this.wire = wire;
    this.id = id;
    this.proof = proof;
    this.callback = callback;
    this.home = home;
    this.verifier = verifier;
    this.provider = discover(wire);
  }

  /** The same system, speaking to the portal through another node. */
  AgencySystem over(Wire other) {
    return new AgencySystem(other, id, proof, callback, home, verifier);
  }

  AgencySystem provingItselfBy(Supplier<ClientAuthentication> other) {
    return new AgencySystem(wire, id, other, callback, home, verifier);
  }

  static OIDCProviderMetadata discover(Wire wire) {
    var address = wire.portal("/.well-known/openid-configuration");
    try {
      var answer = new HTTPRequest(HTTPRequest.Method.GET, address).send(wire);
      return OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  ClientID id() {
    return id;
  }

  URI callback() {
    return callback;
  }

  URI home() {
    return home;
  }

  OIDCProviderMetadata provider() {
    return provider;
  }

  ClientAuthentication proof() {
    return proof.get();
  }

  /** A request as a careful client makes it, to be varied. */
  AuthenticationRequest.Builder request() {
    return request("openid");
  }

  AuthenticationRequest.Builder request(String scope) {
    var request =
        new AuthenticationRequest.Builder(ResponseType.CODE, Scope.parse(scope), id, callback)
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(new State())
            .nonce(new Nonce());
    if (verifier != null) request.codeChallenge(verifier, CodeChallengeMethod.S256);
    return request;
  }

  SignedOn signsIn(Surfer person) {
    return signsIn(person, request().build());
  }

  /** From the request to tokens that are in order. */
  SignedOn signsIn(Surfer person, AuthenticationRequest request) {
    var code = getsCode(person, request);
    var tokens = tokens(exchanges(code));
    return new SignedOn(this, request, code, tokens, verified(tokens.getIDToken(), request));
  }

  AuthorizationCode getsCode(Surfer person) {
    return getsCode(person, request().build());
  }

  AuthorizationCode getsCode(Surfer person, AuthenticationRequest request) {
    var answer = heard(person.arrives(request.toURI()), request);
    if (!answer.indicatesSuccess()) {
      throw new AssertionError(answer.toErrorResponse().getErrorObject().toJSONObject());
    }
    return answer.toSuccessResponse().getAuthorizationCode();
  }

  /** Why the portal sends the person back without a code. */
  ErrorObject isRefused(Surfer person, AuthenticationRequest request) {
    var answer = heard(person.arrives(request.toURI()), request);
    if (answer.indicatesSuccess()) throw new AssertionError("Got a code");
    return answer.toErrorResponse().getErrorObject();
  }

  /** What the portal says through the browser, if it is for this request and from this issuer. */
  AuthenticationResponse heard(URI arrived, AuthenticationRequest request) {
    try {
      if (!arrived.toString().startsWith(callback.toString())) {
        throw new AssertionError("Arrived at " + arrived);
      }
      var answer = AuthenticationResponseParser.parse(arrived);
      if (!provider.getIssuer().equals(answer.getIssuer())) {
        throw new AssertionError("Mixed-up issuer in " + arrived);
      }
      if (request.getState() != null && !request.getState().equals(answer.getState())) {
        throw new AssertionError("Altered state in " + arrived);
      }
      return answer;
    } catch (ParseException e) {
      throw new AssertionError(arrived.toString(), e);
    }
  }

  HTTPResponse exchanges(AuthorizationCode code) {
    return asksForTokens(new AuthorizationCodeGrant(code, callback, verifier));
  }

  HTTPResponse refreshes(RefreshToken token) {
    return asksForTokens(new RefreshTokenGrant(token));
  }

  HTTPResponse asksForTokens(AuthorizationGrant grant) {
    return send(
        new TokenRequest.Builder(provider.getTokenEndpointURI(), proof.get(), grant).build());
  }

  /** For no person: as a program, and for these of its scopes. */
  HTTPResponse asksForTokens(Scope scope) {
    var grant = new ClientCredentialsGrant();
    return send(
        new TokenRequest.Builder(provider.getTokenEndpointURI(), proof.get(), grant)
            .scope(scope)
            .build());
  }

  static OIDCTokens tokens(HTTPResponse answer) {
    try {
      return OIDCTokenResponse.parse(answer).getOIDCTokens();
    } catch (ParseException e) {
      throw new AssertionError(answer.getStatusCode() + " " + answer.getBody(), e);
    }
  }

  /** The code of OAuth, such as {@code invalid_grant}, by which tokens are refused. */
  static String refusal(HTTPResponse answer) {
    if (answer.indicatesSuccess()) throw new AssertionError("Not refused: " + answer.getBody());
    var error = ErrorObject.parse(answer);
    if (error.getCode() == null) {
      throw new AssertionError(answer.getStatusCode() + " " + answer.getBody());
    }
    return error.getCode();
  }

  /** Checked by the published keys, for this issuer, client and nonce, and in its time. */
  IDTokenClaimsSet verified(JWT idToken, AuthenticationRequest request) {
    try {
      return new IDTokenValidator(provider.getIssuer(), id, JWSAlgorithm.RS256, keys())
          .validate(idToken, request.getNonce());
    } catch (BadJOSEException | JOSEException e) {
      throw new AssertionError(idToken.getParsedString(), e);
    }
  }

  JWKSet keys() {
    try {
      return JWKSet.parse(
          send(new HTTPRequest(HTTPRequest.Method.GET, provider.getJWKSetURI())).getBody());
    } catch (java.text.ParseException e) {
      throw new AssertionError(e);
    }
  }

  HTTPResponse asksWho(AccessToken token) {
    return send(new UserInfoRequest(provider.getUserInfoEndpointURI(), token));
  }

  UserInfo person(AccessToken token) {
    return person(asksWho(token));
  }

  static UserInfo person(HTTPResponse answer) {
    try {
      return new UserInfo(answer.getBodyAsJSONObject());
    } catch (ParseException e) {
      throw new AssertionError(answer.getStatusCode() + " " + answer.getBody(), e);
    }
  }

  TokenIntrospectionSuccessResponse introspects(Token token) {
    var answer =
        send(
            new TokenIntrospectionRequest(
                provider.getIntrospectionEndpointURI(), proof.get(), token));
    try {
      return TokenIntrospectionSuccessResponse.parse(answer);
    } catch (ParseException e) {
      throw new AssertionError(answer.getStatusCode() + " " + answer.getBody(), e);
    }
  }

  HTTPResponse revokes(Token token) {
    return send(
        new TokenRevocationRequest(provider.getRevocationEndpointURI(), proof.get(), token));
  }

  /** Where it sends a person who signs out there. */
  URI logout(@Nullable JWT idToken, @Nullable URI back, @Nullable State state) {
    return new LogoutRequest(provider.getEndSessionEndpointURI(), idToken, back, state).toURI();
  }

  HTTPResponse send(Request request) {
    return send(request.toHTTPRequest());
  }

  HTTPResponse send(HTTPRequest request) {
    try {
      return request.send(wire);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
