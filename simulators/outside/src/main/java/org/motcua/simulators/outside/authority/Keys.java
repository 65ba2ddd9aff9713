package org.motcua.simulators.outside.authority;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Fresh keys: on a curve for the authority, RSA for people, as on their tokens in Viet Nam. */
final class Keys {

  private static final String AUTHORITY_CURVE = "secp384r1";
  private static final int TOKEN_BITS = 2048;

  private Keys() {}

  static KeyPair ofAuthority() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(AUTHORITY_CURVE));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + AUTHORITY_CURVE, e);
    }
  }

  static KeyPair ofToken() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(TOKEN_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks RSA", e);
    }
  }
}
