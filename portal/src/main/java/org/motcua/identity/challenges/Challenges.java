package org.motcua.identity.challenges;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Gives a browser something random to have signed. Only that browser may answer, once, before it
 * expires, and for what it was given; so an answer that was listened to is worth nothing.
 *
 * <p>Taking one is not part of the caller's transaction, or a refused answer would give it back: so
 * take it before the transaction begins.
 */
@Component
public class Challenges {

  private static final String COOKIE = "motcua_challenge";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;

  Challenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What an answer is good for, and how long one may take to give it. */
  public record Purpose(String name, Duration valid) {}

  /**
   * @param subject whose answer is wanted; null where only the answer will tell
   */
  public byte[] fresh(
      Purpose purpose,
      @Nullable AccountId subject,
      HttpServletRequest request,
      HttpServletResponse response) {
    var value = random(BYTES);
    jdbc.sql(
            """
            insert into identity.challenge (value, browser, purpose, account_id, expires_at)
            values (:value, :browser, :purpose, :account, :expiresAt)
            """)
        .param("value", value)
        .param("browser", RandomToken.hash(browserOf(request, response)))
        .param("purpose", purpose.name())
        .param("account", uuid(subject))
        .param("expiresAt", at(clock.instant().plus(purpose.valid())))
        .update();
    return value;
  }

  /**
   * The one this browser was given before while most of its time is left, else a fresh one: so a
   * page may be read again without ending what is being signed.
   */
  public byte[] standing(
      Purpose purpose,
      @Nullable AccountId subject,
      HttpServletRequest request,
      HttpServletResponse response) {
    var browser = WebUtils.getCookie(request, COOKIE);
    if (browser == null) return fresh(purpose, subject, request, response);
    return jdbc.sql(
            """
            select value from identity.challenge
            where browser = :browser and purpose = :purpose and expires_at > :worthwhile
              and account_id is not distinct from :account
            order by expires_at desc limit 1
            """)
        .param("browser", RandomToken.hash(browser.getValue()))
        .param("purpose", purpose.name())
        .param("worthwhile", at(clock.instant().plus(purpose.valid().dividedBy(2))))
        .param("account", uuid(subject))
        .query(byte[].class)
        .optional()
        .orElseGet(() -> fresh(purpose, subject, request, response));
  }

  /** True once. */
  public boolean take(
      Purpose purpose, @Nullable AccountId subject, byte[] value, HttpServletRequest request) {
    var browser = WebUtils.getCookie(request, COOKIE);
    if (browser == null) return false;
    return jdbc.sql(
            """
            delete from identity.challenge
            where value = :value and browser = :browser and purpose = :purpose
              and account_id is not distinct from :account
            returning expires_at
            """)
        .param("value", value)
        .param("browser", RandomToken.hash(browser.getValue()))
        .param("purpose", purpose.name())
        .param("account", uuid(subject))
        .query(OffsetDateTime.class)
        .optional()
        .filter(expiresAt -> clock.instant().isBefore(expiresAt.toInstant()))
        .isPresent();
  }

  int forgetPast() {
    return jdbc.sql("delete from identity.challenge where expires_at <= :now")
        .param("now", at(clock.instant()))
        .update();
  }

  private String browserOf(HttpServletRequest request, HttpServletResponse response) {
    var known = WebUtils.getCookie(request, COOKIE);
    if (known != null && !known.getValue().isBlank()) return known.getValue();
    var token = RandomToken.fresh(BYTES);
    var cookie =
        ResponseCookie.from(COOKIE, token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return token;
  }

  private byte[] random(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static @Nullable UUID uuid(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
