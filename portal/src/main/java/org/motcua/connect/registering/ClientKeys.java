package org.motcua.connect.registering;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** Public keys with which a system proves itself, as its developers paste them. */
final class ClientKeys {

  sealed interface Checked {

    /**
     * @param set as it is kept
     */
    record Right(String set) implements Checked {}

    record Wrong(Fault fault) implements Checked {}
  }

  enum Fault {
    UNREADABLE,
    NONE,
    /** Whoever pasted it has shown it to somebody: it is worth nothing any more. */
    PRIVATE,
    TOO_WEAK,
    OF_OTHER_KIND
  }

  private static final int LEAST_BITS = 2048;
  private static final int LONGEST = 64 * 1024;
  private static final int MOST = 10;

  /** Takes a set, or one key alone. */
  static Checked check(String typed) {
    if (typed.contains("PRIVATE KEY")) return new Checked.Wrong(Fault.PRIVATE);
    var set = typed.length() > LONGEST ? null : parsed(typed.strip());
    if (set == null || set.getKeys().size() > MOST) return new Checked.Wrong(Fault.UNREADABLE);
    if (set.getKeys().isEmpty()) return new Checked.Wrong(Fault.NONE);
    for (var key : set.getKeys()) {
      var fault = fault(key);
      if (fault != null) return new Checked.Wrong(fault);
    }
    return new Checked.Right(set.toString(true));
  }

  private static @Nullable JWKSet parsed(String text) {
    try {
      return text.contains("\"keys\"") ? JWKSet.parse(text) : new JWKSet(JWK.parse(text));
    } catch (ParseException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static @Nullable Fault fault(JWK key) {
    if (key.isPrivate()) return Fault.PRIVATE;
    if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
      return Fault.OF_OTHER_KIND;
    }
    return switch (key) {
      case RSAKey rsa -> rsa.size() < LEAST_BITS ? Fault.TOO_WEAK : null;
      case ECKey ec -> ec.getCurve().equals(Curve.P_256) ? null : Fault.OF_OTHER_KIND;
      default -> Fault.OF_OTHER_KIND;
    };
  }

  private ClientKeys() {}
}
