package org.motcua.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients whose keys are fetched from an address of their own, so that they change them alone. */
class FetchedKeysTest extends ProtocolTest {

  private static RSAKey former;
  private static RSAKey present;

  private KeysAddress site;
  private ClientID id;
  private AgencySystem agency;

  @BeforeAll
  static void makeKeys() throws JOSEException {
    former = new RSAKeyGenerator(2048).keyID("former").generate();
    present = new RSAKeyGenerator(2048).keyID("present").generate();
  }

  @BeforeEach
  void register() throws Exception {
    site = new KeysAddress().publishes(former);
    var registration = agencies.system().callingApis("dossiers.read");
    id = registration.id();
    agency = registration.withKeysAt(site.address(), () -> signed(former)).registered(wire);
  }

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  @Test
  void aSystemProvesItselfByAKeyThatItPublishes() {
    assertThat(agency.signsIn(mai()).alive()).isTrue();
  }

  @Test
  void keysAreFetchedOnceAndNotForEachRequest() {
    for (var i = 0; i < 3; i++) assertThat(answerTo(signed(former)).getStatusCode()).isEqualTo(200);
    assertThat(site.calls()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsAddedCountsAtOnceBesideTheFormer() {
    assertThat(answerTo(signed(former)).getStatusCode()).isEqualTo(200);
    site.publishes(former, present);
    assertThat(answerTo(signed(present)).getStatusCode()).isEqualTo(200);
    assertThat(answerTo(signed(former)).getStatusCode()).isEqualTo(200);
    assertThat(site.calls()).isEqualTo(2);
  }

  @Test
  void oneThatWasExchangedCountsWithoutTheFormer() {
    site.publishes(present);
    assertThat(answerTo(signed(present)).getStatusCode()).isEqualTo(200);
    assertThat(AgencySystem.refusal(answerTo(signed(former)))).isEqualTo("invalid_client");
  }

  @Test
  void aKeyThatIsNotPublishedProvesNothing() {
    isRefused();
  }

  @Test
  void whereNoKeysAreToBeHadNothingIsProved() {
    site.publishes(former, present).answers(500);
    isRefused();
    site.answers(302);
    isRefused();
  }

  @Test
  void aSiteThatNobodyVouchesForIsNotBelieved() {
    site.publishes(former, present).trustedByNobody();
    isRefused();
    assertThat(site.calls()).isZero();
  }

  private void isRefused() {
    assertThat(AgencySystem.refusal(answerTo(signed(present)))).isEqualTo("invalid_client");
  }

  private HTTPResponse answerTo(ClientAuthentication proof) {
    return agency.provingItselfBy(() -> proof).asksForTokens(new ClientCredentialsGrant());
  }

  private ClientAuthentication signed(RSAKey key) {
    try {
      return new PrivateKeyJWT(
          id, URI.create(issuer), JWSAlgorithm.RS256, key.toPrivateKey(), key.getKeyID(), null);
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
