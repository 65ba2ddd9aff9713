package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Machines get tokens in one way, and a token opens only what it is for. */
class TokensTests extends AttackTest {

  @Autowired JwtEncoder encoder;

  @Value("${motcua.public-url}")
  String portal;

  @ParameterizedTest
  @ValueSource(strings = {"password", "authorization_code", "refresh_token", "implicit"})
  void noGrantButThatOfMachinesGivesATokenToAMachine(String grant) throws Exception {
    var answer =
        mvc.perform(
                post("/oauth2/token")
                    .with(httpBasic("quangninh-portal", "motcua-demo-secret"))
                    .param("grant_type", grant)
                    .param("code", "stolen")
                    .param("refresh_token", "stolen")
                    .param("redirect_uri", portal)
                    .param("username", MAI)
                    .param("password", PASSWORD))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isBetween(400, 401);
    assertThat(answer.getContentAsString()).doesNotContain("access_token");
  }

  @Test
  void nobodyIsLedElsewhereWithACodeForAMachine() throws Exception {
    for (var type : List.of("code", "token", "id_token")) {
      var answer =
          mvc.perform(
                  get("/oauth2/authorize")
                      .param("response_type", type)
                      .param("client_id", "quangninh-portal")
                      .param("redirect_uri", "https://evil.example/")
                      .param("scope", "catalogue.read"))
              .andReturn()
              .getResponse();
      assertThat(String.valueOf(answer.getRedirectedUrl())).as(type).doesNotContain("evil");
    }
  }

  @Test
  void aTokenForSomebodyElseOpensNothingHere() throws Exception {
    assertThat(unitsWith(token(portal))).isEqualTo(200);
    assertThat(unitsWith(token("another-portal"))).isEqualTo(401);
  }

  private int unitsWith(String token) throws Exception {
    return mvc.perform(get("/api/organisation/units").header("Authorization", "Bearer " + token))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  /** Signed by ourselves, so that nothing but its audience can be wrong. */
  private String token(String audience) {
    var claims =
        JwtClaimsSet.builder()
            .issuer(portal)
            .subject("quangninh-portal")
            .audience(List.of(audience))
            .issuedAt(Instant.now())
            .expiresAt(Instant.now().plusSeconds(60))
            .claim("scope", "catalogue.read")
            .id("one")
            .claim("client_id", "quangninh-portal")
            .claim("agency", "000.00.00.H49")
            .build();
    var header = JwsHeader.with(SignatureAlgorithm.ES256).type("at+jwt").build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
