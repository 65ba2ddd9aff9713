package org.motcua.platform.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * So that no program takes all of the portal: each may call so often a minute for each person, at
 * each node. That is no secret worth a write to the database with every call.
 */
public final class ProgramPace implements HandlerInterceptor {

  private static final int REMEMBERED = 50_000;

  private final Cache<String, Bucket> paces =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();
  private final String name;
  private final int perMinute;

  /**
   * @param name of the policy, as programs read it in {@code RateLimit-Policy}
   */
  public ProgramPace(String name, int perMinute) {
    this.name = name;
    this.perMinute = perMinute;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      var caller = token.getToken().getClaimAsString("client_id") + " " + token.getName();
      var probe = paces.get(caller, unknown -> pace()).tryConsumeAndReturnRemaining(1);
      var seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(name, perMinute));
      response.setHeader(
          "RateLimit", "\"%s\";r=%d;t=%d".formatted(name, probe.getRemainingTokens(), seconds));
      if (!probe.isConsumed()) throw tooMany(seconds);
    }
    return true;
  }

  private Bucket pace() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  private ErrorResponseException tooMany(long seconds) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.TOO_MANY_REQUESTS,
            "At most %d calls a minute; ask again in %d seconds".formatted(perMinute, seconds));
    var refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS, problem, null);
    refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return refusal;
  }
}
