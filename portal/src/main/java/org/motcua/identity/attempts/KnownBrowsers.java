package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Knows browsers again by a long-lived cookie: from a known one a person is not shut out by
 * strangers' tries elsewhere, and from one he trusts he is asked for no second factor.
 */
@Component
public class KnownBrowsers {

  private static final String COOKIE = "motcua_browser";
  private static final Duration KEPT = Duration.ofDays(400);
  private static final Duration TRUSTED = Duration.ofDays(30);
  private static final int LONGEST_KIND = 300;

  private final JdbcClient jdbc;
  private final Clock clock;

  KnownBrowsers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What its owner sees of it. */
  public record Known(
      byte[] hash,
      String kind,
      Instant firstSeen,
      Instant lastSeen,
      @Nullable Instant trustedUntil) {}

  /** True where this account was never signed in to from it before; then the row is a new one. */
  public boolean meet(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    var token = token(request);
    if (token == null) {
      token = BrowserToken.fresh();
      give(token, request, response);
    }
    return jdbc.sql(
            """
            insert into identity.known_browser as known
              (account_id, browser_hash, kind, first_seen, last_seen)
            values (:account, :browser, :kind, :now, :now)
            on conflict (account_id, browser_hash) do update
              set last_seen = excluded.last_seen, kind = excluded.kind
            returning xmax = 0
            """)
        .param("account", account.value())
        .param("browser", BrowserToken.hash(token))
        .param("kind", kind(request))
        .param("now", at(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** Which of these have signed in from this browser before: one question, be they many or none. */
  public Set<AccountId> whoAreKnown(Collection<AccountId> accounts, HttpServletRequest request) {
    var token = token(request);
    if (token == null) return Set.of();
    return jdbc.sql(
            """
            select account_id from identity.known_browser
            where account_id = any(:accounts) and browser_hash = :browser
            """)
        .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .param("browser", BrowserToken.hash(token))
        .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
        .set();
  }

  boolean isTrusted(AccountId account, HttpServletRequest request) {
    var token = token(request);
    if (token == null) return false;
    return jdbc.sql(
            """
            select exists (select 1 from identity.known_browser
                           where account_id = :account and browser_hash = :browser
                             and trusted_until > :now)
            """)
        .param("account", account.value())
        .param("browser", BrowserToken.hash(token))
        .param("now", at(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** From now on this browser is asked for no second factor, for thirty days. */
  public void trust(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    meet(account, request, response);
    var token = token(request);
    if (token == null) return;
    jdbc.sql(
            """
            update identity.known_browser set trusted_until = :until
            where account_id = :account and browser_hash = :browser
            """)
        .param("until", at(clock.instant().plus(TRUSTED)))
        .param("account", account.value())
        .param("browser", BrowserToken.hash(token))
        .update();
  }

  /** Lately used first. */
  public List<Known> list(AccountId account) {
    return jdbc.sql(
            """
            select browser_hash, kind, first_seen, last_seen, trusted_until
            from identity.known_browser where account_id = :account
            order by last_seen desc, browser_hash
            """)
        .param("account", account.value())
        .query(
            (row, number) ->
                new Known(
                    row.getBytes("browser_hash"),
                    row.getString("kind"),
                    row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                    row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("trusted_until", OffsetDateTime.class))))
        .list();
  }

  public void forget(AccountId account, byte[] hash) {
    jdbc.sql(
            """
            delete from identity.known_browser
            where account_id = :account and browser_hash = :browser
            """)
        .param("account", account.value())
        .param("browser", hash)
        .update();
  }

  public void forgetAll(AccountId account) {
    jdbc.sql("delete from identity.known_browser where account_id = :account")
        .param("account", account.value())
        .update();
  }

  /** What the browser calls itself. */
  public static String kind(HttpServletRequest request) {
    var named = request.getHeader(HttpHeaders.USER_AGENT);
    if (named == null) return "";
    return named.length() <= LONGEST_KIND ? named : named.substring(0, LONGEST_KIND);
  }

  /** A browser met for the first time has its token in this request's answer only. */
  private static @Nullable String token(HttpServletRequest request) {
    if (request.getAttribute(COOKIE) instanceof String given) return given;
    var cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
  }

  private static void give(String token, HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(COOKIE, token);
    var cookie =
        ResponseCookie.from(COOKIE, token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
