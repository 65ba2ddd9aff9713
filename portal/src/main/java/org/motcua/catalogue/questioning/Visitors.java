package org.motcua.catalogue.questioning;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.secrets.Vault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Tells visitors apart, so that each has one voice: by account, or else by a random cookie that
 * only those get who raise their voice. The database learns neither, only a keyed hash.
 */
@Component
class Visitors {

  static final String COOKIE = "motcua_visitor";

  /** Holds the token of our forms; whoever posts one has it. */
  private static final String FORM_COOKIE = "motcua_form";

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final int BYTES = 32;

  private final Vault vault;
  private final SecureRandom random = new SecureRandom();

  Visitors(Vault vault) {
    this.vault = vault;
  }

  /** Nobody yet, where somebody without an account has never raised a voice. */
  Optional<byte[]> known(HttpServletRequest request, @Nullable CurrentUser user) {
    if (user != null) return Optional.of(of(user.id()));
    return cookie(request, COOKIE)
        .filter(VALUE.asMatchPredicate())
        .map(value -> hash("visitor:" + value));
  }

  byte[] of(AccountId account) {
    return hash("account:" + account);
  }

  byte[] get(HttpServletRequest request, HttpServletResponse response, @Nullable CurrentUser user) {
    return known(request, user).orElseGet(() -> hash("visitor:" + introduce(request, response)));
  }

  /**
   * The cookie is made of that of the form, so that both clicks of a hasty first vote, of which
   * neither brings the cookie yet, are one visitor's.
   */
  private String introduce(HttpServletRequest request, HttpServletResponse response) {
    var bytes =
        cookie(request, FORM_COOKIE)
            .map(form -> vault.mac("catalogue.visitor", form))
            .orElseGet(this::randomBytes);
    var value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var cookie =
        ResponseCookie.from(COOKIE, value)
            .path("/questions")
            .maxAge(REMEMBERED)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return value;
  }

  private byte[] randomBytes() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] hash(String visitor) {
    return vault.mac("catalogue.vote", visitor);
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }
}
