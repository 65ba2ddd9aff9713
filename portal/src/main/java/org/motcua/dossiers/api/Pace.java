package org.motcua.dossiers.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * So that no program takes all of the portal: each may call so often a minute for each person, at
 * each node. That is no secret worth a write to the database with every call.
 */
@Component
class Pace implements HandlerInterceptor, WebMvcConfigurer {

  private static final int REMEMBERED = 50_000;

  private final Cache<String, Bucket> paces =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();
  private final int perMinute;

  Pace(@Value("${motcua.filing.calls-per-minute}") int perMinute) {
    this.perMinute = perMinute;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(
            "/api/dossiers/**",
            "/api/desk/**",
            "/api/services/**",
            "/api/mandates",
            "/api/webhooks/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      var caller = Tokens.client(token.getToken()) + " " + token.getName();
      var probe = paces.get(caller, unknown -> pace()).tryConsumeAndReturnRemaining(1);
      var seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      response.setHeader("RateLimit-Policy", "\"filing\";q=%d;w=60".formatted(perMinute));
      response.setHeader(
          "RateLimit", "\"filing\";r=%d;t=%d".formatted(probe.getRemainingTokens(), seconds));
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
