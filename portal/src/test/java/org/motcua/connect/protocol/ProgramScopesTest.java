package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a program may do with its token: what it asks for, as far as it is open to it. */
class ProgramScopesTest extends ProtocolTest {

  private static final String[] BOTH = {"catalogue.read", "dossiers.read"};

  @Test
  void whoNamesNothingGetsAllThatIsOpenToIt() {
    var live = program().callingApis(BOTH).registered(wire);
    assertThat(scopes(asks(live, null))).containsExactlyInAnyOrder(BOTH);
  }

  @Test
  void theTokenOpensTheInterfacesOfItsScopes() {
    var live = program().callingApis(BOTH).registered(wire);
    var token = AgencySystem.tokens(asks(live, null)).getAccessToken();
    var request =
        HttpRequest.newBuilder().GET().header("Authorization", token.toAuthorizationHeader());
    assertThat(wire.send(request, wire.portal("/api/dossiers")).statusCode()).isEqualTo(200);
  }

  @Test
  void whoNamesSomethingGetsThatAlone() {
    var live = program().callingApis(BOTH).registered(wire);
    assertThat(scopes(asks(live, "dossiers.read"))).containsExactly("dossiers.read");
  }

  @Test
  void theSameRequestServesInTheSandboxWithWhatIsOpenThere() {
    var built = program().inSandbox().callingApis(BOTH).registered(wire);
    assertThat(scopes(asks(built, null))).containsExactly("catalogue.read");
  }

  @Test
  void aProgramOfTheSandboxGetsATokenEvenWhereNothingIsOpenToIt() {
    var built = program().inSandbox().callingApis("dossiers.read").registered(wire);
    assertThat(scopes(asks(built, null))).isEmpty();
  }

  @Test
  void whatIsNotOpenInTheSandboxIsRefusedWithTheReason() {
    var built = program().inSandbox().callingApis(BOTH).registered(wire);
    var refused = ErrorObject.parse(asks(built, "catalogue.read dossiers.read"));
    assertThat(refused.getCode()).isEqualTo("invalid_scope");
    assertThat(refused.getDescription()).contains("sandbox: dossiers.read.");
  }

  @Test
  void whatNobodyHasRegisteredIsRefused() {
    var live = program().callingApis("catalogue.read").registered(wire);
    assertThat(AgencySystem.refusal(asks(live, "dossiers.read"))).isEqualTo("invalid_scope");
    assertThat(AgencySystem.refusal(asks(live, "openid"))).isEqualTo("invalid_scope");
  }

  private Agencies.Registration program() {
    return agencies.system().signingNobodyIn();
  }

  private static HTTPResponse asks(AgencySystem program, @Nullable String scope) {
    return scope == null
        ? program.asksForTokens(new ClientCredentialsGrant())
        : program.asksForTokens(Scope.parse(scope));
  }

  private static List<String> scopes(HTTPResponse answer) {
    var scope = AgencySystem.tokens(answer).getAccessToken().getScope();
    return scope == null ? List.of() : scope.toStringList();
  }
}
