package org.motcua.simulators.outside.authority;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A certificate that was handed out, and what became of it. */
public record Issued(
    String serial, Holder holder, X509Certificate certificate, @Nullable Instant revokedAt) {

  public Instant from() {
    return certificate.getNotBefore().toInstant();
  }

  public Instant until() {
    return certificate.getNotAfter().toInstant();
  }

  public State state(Instant now) {
    if (revokedAt != null) return State.REVOKED;
    return now.isAfter(until()) ? State.EXPIRED : State.VALID;
  }

  public enum State {
    VALID,
    EXPIRED,
    REVOKED;

    public String colour() {
      return switch (this) {
        case VALID -> "green";
        case EXPIRED -> "grey";
        case REVOKED -> "red";
      };
    }

    public String key() {
      return "ca." + name().toLowerCase(Locale.ROOT);
    }
  }
}
