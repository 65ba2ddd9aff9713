package org.motcua.identity.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages under {@code /api/docs} say besides the operations: how to get a token. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

  private static final String SCHEME = "token";
  private static final String HOW_TO =
      """
      Procedures are open data: anybody reads them without a token, so many times a minute. Everything
      else is for systems of agencies and needs one:

      1. Ask for one with your client's id and secret:
         `curl -u CLIENT_ID:SECRET -d grant_type=client_credentials -d scope=catalogue.read %s/oauth2/token`
      2. Send it with each call: `Authorization: Bearer ACCESS_TOKEN`

      Programs with which people file applications sign them in first, with the scope dossiers.file
      (authorization code with PKCE at %s/oauth2/authorize); what a person cannot do on the pages, a
      program cannot do for him.

      A token is valid for ten minutes and speaks for the client's agency (claim `agency`, its code of
      QCVN 102). Refusals are problem details (RFC 9457); their `reference` finds the line in our log.
      """;

  @Bean
  OpenAPI portalApi(@Value("${motcua.public-url}") String address) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Một Cửa")
                .version("1")
                .description(HOW_TO.formatted(address, address))
                .license(new License().name("Apache-2.0")))
        .addServersItem(new Server().url(address))
        .components(new Components().addSecuritySchemes(SCHEME, token(address)))
        .addSecurityItem(new SecurityRequirement().addList(SCHEME));
  }

  private static SecurityScheme token(String address) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description("Bearer token of a machine client")
        .flows(
            new OAuthFlows()
                .clientCredentials(
                    new OAuthFlow()
                        .tokenUrl(address + "/oauth2/token")
                        .scopes(
                            new Scopes()
                                .addString("catalogue.read", "Read units and agencies")
                                .addString("catalogue.write", "Bring in procedures")
                                .addString("services.read", "Read online services and their forms")
                                .addString("dossiers.read", "Read the agency's dossiers")
                                .addString("dossiers.handle", "Handle the agency's dossiers")
                                .addString("payments", "Have people pay to the agency")))
                .authorizationCode(
                    new OAuthFlow()
                        .authorizationUrl(address + "/oauth2/authorize")
                        .tokenUrl(address + "/oauth2/token")
                        .refreshUrl(address + "/oauth2/token")
                        .scopes(
                            new Scopes()
                                .addString("services.read", "Read online services and their forms")
                                .addString("dossiers.file", "File applications for the person"))));
  }
}
