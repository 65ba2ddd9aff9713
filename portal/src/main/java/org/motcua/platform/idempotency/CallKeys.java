package org.motcua.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header). Its value
 * is a structured header's string, in quotes; most programs leave the quotes out, and are
 * understood.
 */
public final class CallKeys {

  public static final String HEADER = "Idempotency-Key";

  private static final Pattern QUOTED =
      Pattern.compile("\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]*)\"");
  private static final Pattern KEY = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,200}");

  /**
   * The call's key; one that has none is done without.
   *
   * @throws BadCallKey when there is a header and it holds no key
   */
  public static CallKey of(HttpServletRequest request, String caller) {
    return of(request, caller, new byte[0]);
  }

  /**
   * The same of a call whose body was not read as a whole.
   *
   * @param content what its body is known by
   */
  public static CallKey of(HttpServletRequest request, String caller, byte[] content) {
    return new CallKey(caller, keyIn(request), hash(request, content));
  }

  /**
   * The call's key.
   *
   * @throws BadCallKey when there is none
   */
  public static CallKey required(HttpServletRequest request, String caller) {
    var key = of(request, caller);
    if (key.key() == null) throw new BadCallKey(BadCallKey.Why.MISSING);
    return key;
  }

  private static @Nullable String keyIn(HttpServletRequest request) {
    var sent = request.getHeader(HEADER);
    if (sent == null) return null;
    var quoted = QUOTED.matcher(sent.strip());
    var key = quoted.matches() ? quoted.group(1) : sent.strip();
    return Optional.of(key)
        .filter(it -> KEY.matcher(it).matches())
        .orElseThrow(() -> new BadCallKey(BadCallKey.Why.UNREADABLE));
  }

  private static byte[] hash(HttpServletRequest request, byte[] content) {
    var digest = sha256();
    digest.update(text(request.getMethod()));
    digest.update(text(request.getRequestURI()));
    var query = request.getQueryString();
    digest.update(text(query == null ? "" : query));
    digest.update(ProgramBodies.of(request));
    return digest.digest(content);
  }

  private static byte[] text(String part) {
    return (part + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private CallKeys() {}
}
