package org.motcua.testing;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The hidden token of our forms, as a browser sends it with its cookie: {@code .with(csrf())}.
 *
 * <p>Spring's own of that name exchanges the filter's store of tokens for one in the session, for
 * the rest of the context: tests that come after it would not test our cookie any more.
 */
public final class FormToken {

  private static final String COOKIE = "motcua_form";
  private static final String PARAMETER = "_csrf";

  public static RequestPostProcessor csrf() {
    var token = UUID.randomUUID().toString();
    return request -> {
      var before = request.getCookies() == null ? new Cookie[0] : request.getCookies();
      var all = Arrays.copyOf(before, before.length + 1);
      all[before.length] = new Cookie(COOKIE, token);
      request.setCookies(all);
      request.setParameter(PARAMETER, masked(token));
      return request;
    };
  }

  /** Written over with random bytes, as it stands in a page; all of them are zero here. */
  public static String masked(String token) {
    var plain = token.getBytes(StandardCharsets.UTF_8);
    var both = new byte[2 * plain.length];
    System.arraycopy(plain, 0, both, plain.length, plain.length);
    return Base64.getUrlEncoder().encodeToString(both);
  }

  private FormToken() {}
}
