package org.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpHeaders.AUTHORIZATION;
import static org.springframework.http.HttpHeaders.WWW_AUTHENTICATE;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Citizens;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class AddressRulesTests {

  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @Test
  void citizensHaveNoBusinessAtTheDeskNorOfficersUnderMy() {
    assertThat(mvc.get().uri("/desk").with(SignedIn.as(Citizens.mai()))).hasStatus(403);
    assertThat(mvc.get().uri("/my").with(SignedIn.as(Officers.hongHaLeader()))).hasStatus(403);
    assertThat(mvc.get().uri("/my").with(SignedIn.as(Citizens.mai()))).hasStatusOk();
  }

  @Test
  void everyPageSaysWhatABrowserMayDoWithIt() {
    var answer = mvc.get().uri("/sign-in").exchange().getResponse();
    assertThat(answer.getHeader("Content-Security-Policy"))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void discoveryNamesTheProvidersAddresses() {
    var discovery = read(mvc.get().uri("/.well-known/openid-configuration"));
    var issuer = discovery.path("issuer").asString();
    assertThat(issuer).startsWith("http");
    assertThat(discovery.path("token_endpoint").asString()).isEqualTo(issuer + "/oauth2/token");
    assertThat(mvc.get().uri("/oauth2/jwks"))
        .hasStatusOk()
        .bodyJson()
        .hasPath("$.keys[?(@.kty=='RSA')].n")
        .hasPath("$.keys[?(@.kty=='EC')].x")
        .extractingPath("$.keys[*].d")
        .asArray()
        .isEmpty();
  }

  @Test
  void aMachineGetsATokenThatSaysForWhichAgencyItSpeaks() {
    var body = Base64.getUrlDecoder().decode(token("catalogue.read").split("\\.")[1]);
    var claims = json.readTree(new String(body, StandardCharsets.UTF_8));
    assertThat(claims.path("agency").asString()).isEqualTo("000.00.00.H49");
    assertThat(claims.path("scope").toString()).contains("catalogue.read");
    assertThat(claims.path("sub").asString()).isEqualTo("quangninh-portal");
  }

  @Test
  void aWrongSecretAndAScopeNotGrantedAreRefused() {
    assertThat(tokenRequest("wrong", "catalogue.read")).hasStatus(401);
    assertThat(tokenRequest("motcua-demo-secret", "dossiers.decide")).hasStatus(400);
  }

  @Test
  void theApiRefusesWithAProblemDetail() {
    assertThat(mvc.get().uri("/api/nothing"))
        .hasStatus(401)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .headers()
        .hasHeaderSatisfying(
            WWW_AUTHENTICATE, header -> assertThat(header.getFirst()).startsWith("Bearer"));
    assertThat(mvc.get().uri("/api/nothing")).bodyJson().hasPath("$.detail");
    assertThat(mvc.get().uri("/.well-known/oauth-protected-resource"))
        .hasStatusOk()
        .bodyJson()
        .hasPath("$.authorization_servers[0]");
    assertThat(mvc.get().uri("/api/nothing").header(AUTHORIZATION, "Bearer abc"))
        .hasStatus(401)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    var bearer = "Bearer " + token("catalogue.read");
    assertThat(mvc.get().uri("/api/nothing").header(AUTHORIZATION, bearer)).hasStatus(404);
  }

  @Test
  void aTokenCanBeLookedIntoAndRevoked() {
    var token = token("catalogue.read");
    assertThat(introspect(token)).isTrue();
    assertThat(client(mvc.post().uri("/oauth2/revoke").param("token", token))).hasStatusOk();
    assertThat(introspect(token)).isFalse();
  }

  private boolean introspect(String token) {
    return read(client(mvc.post().uri("/oauth2/introspect").param("token", token)))
        .path("active")
        .asBoolean();
  }

  private static MockMvcTester.MockMvcRequestBuilder client(
      MockMvcTester.MockMvcRequestBuilder request) {
    return request.headers(
        headers -> headers.setBasicAuth("quangninh-portal", "motcua-demo-secret"));
  }

  private MockMvcTester.MockMvcRequestBuilder tokenRequest(String secret, String scope) {
    return mvc.post()
        .uri("/oauth2/token")
        .headers(headers -> headers.setBasicAuth("quangninh-portal", secret))
        .param("grant_type", "client_credentials")
        .param("scope", scope);
  }

  private String token(String scope) {
    return read(tokenRequest("motcua-demo-secret", scope)).path("access_token").asString();
  }

  private JsonNode read(MockMvcTester.MockMvcRequestBuilder request) {
    MockHttpServletResponse response = request.exchange().getResponse();
    var text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    return json.readTree(text);
  }
}
