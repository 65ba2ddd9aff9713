package org.motcua.simulators.outside.authority;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/**
 * Fresh keys. Enterprises have RSA as on the USB tokens of Viet Nam, persons a curve as on their
 * phones: whoever checks meets both.
 */
final class Keys {

  private static final int TOKEN_BITS = 2048;

  private Keys() {}

  static KeyPair ofAuthority() {
    return make("EC", new ECGenParameterSpec("secp384r1"));
  }

  static KeyPair of(Holder holder) {
    return switch (holder) {
      case Holder.Person _ -> make("EC", new ECGenParameterSpec("secp256r1"));
      case Holder.Company _ ->
          make("RSA", new RSAKeyGenParameterSpec(TOKEN_BITS, RSAKeyGenParameterSpec.F4));
    };
  }

  private static KeyPair make(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + algorithm, e);
    }
  }
}
