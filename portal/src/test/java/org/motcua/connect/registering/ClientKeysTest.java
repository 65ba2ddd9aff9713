package org.motcua.connect.registering;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.Test;
import org.motcua.connect.registering.ClientKeys.Checked;
import org.motcua.connect.registering.ClientKeys.Fault;

class ClientKeysTest {

  private static final ECKey GOOD = elliptic(Curve.P_256);

  @Test
  void aSetOrASinglePublicKeyIsKeptAsASet() {
    var single = ClientKeys.check(GOOD.toPublicJWK().toJSONString());
    assertThat(single).isInstanceOf(Checked.Right.class).isEqualTo(ClientKeys.check(set(GOOD)));
    assertThat(((Checked.Right) single).set()).contains("\"keys\"").doesNotContain("\"d\"");
  }

  @Test
  void aPrivateKeyIsRefusedInEveryForm() throws JOSEException {
    assertFault(GOOD.toJSONString(), Fault.PRIVATE);
    assertFault(new JWKSet(GOOD).toString(false), Fault.PRIVATE);
    assertFault("-----BEGIN PRIVATE KEY-----\nMIG=\n-----END PRIVATE KEY-----", Fault.PRIVATE);
    assertFault(new OctetSequenceKeyGenerator(256).generate().toJSONString(), Fault.PRIVATE);
  }

  @Test
  void weakKeysAndThoseOfOtherKindsAreRefused() throws JOSEException {
    assertFault(set(new RSAKeyGenerator(1024, true).generate()), Fault.TOO_WEAK);
    assertFault(set(elliptic(Curve.P_384)), Fault.OF_OTHER_KIND);
  }

  @Test
  void whatIsNoSetIsSaidSo() {
    assertFault("", Fault.UNREADABLE);
    assertFault("[]", Fault.UNREADABLE);
    assertFault("{\"keys\": 4}", Fault.UNREADABLE);
    assertFault("{\"keys\": []}", Fault.NONE);
  }

  private static void assertFault(String typed, Fault fault) {
    assertThat(ClientKeys.check(typed)).isEqualTo(new Checked.Wrong(fault));
  }

  private static String set(JWK key) {
    return new JWKSet(key).toString(true);
  }

  private static ECKey elliptic(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID("key").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
