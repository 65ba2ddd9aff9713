package org.motcua.catalogue.exchanging.opendata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import org.motcua.catalogue.exchanging.opendata.Allowance.Standing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** So that open data stays open to all: each sender may ask so often, and is told how often. */
@Component
class FairUse implements HandlerInterceptor, WebMvcConfigurer {

  private static final int NETWORK_BYTES = 8;

  private final Allowance requests = new Allowance();
  private final Allowance exports = new Allowance();
  private final Clock clock;
  private final int perAddress;
  private final int perClient;
  private final int perExporter;

  FairUse(
      Clock clock,
      @Value("${motcua.catalogue.open-data.per-address}") int perAddress,
      @Value("${motcua.catalogue.open-data.per-client}") int perClient,
      @Value("${motcua.catalogue.open-data.exports}") int perExporter) {
    this.clock = clock;
    this.perAddress = perAddress;
    this.perClient = perClient;
    this.perExporter = perExporter;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/procedures", "/api/procedures/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var standing = standing(request);
    response.setHeader("RateLimit-Policy", "\"open-data\";q=%d;w=60".formatted(standing.quota()));
    response.setHeader(
        "RateLimit", "\"open-data\";r=%d;t=%d".formatted(standing.left(), standing.seconds()));
    if (!standing.allowed()) throw tooMany(standing);
    return true;
  }

  private Standing standing(HttpServletRequest request) {
    var now = clock.instant();
    var client = SecurityContextHolder.getContext().getAuthentication();
    var hasToken = client instanceof JwtAuthenticationToken;
    var sender = hasToken && client != null ? client.getName() : network(request.getRemoteAddr());
    return request.getRequestURI().equals(ExportApi.PATH)
        ? exports.take(sender, perExporter, now)
        : requests.take(sender, hasToken ? perClient : perAddress, now);
  }

  /** Whoever has one address of the sixth version has all of its network. */
  private static String network(String address) {
    if (!address.contains(":")) return address;
    var parsed = InetAddress.ofLiteral(address);
    return parsed instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
        : parsed.getHostAddress();
  }

  private static ErrorResponseException tooMany(Standing standing) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.TOO_MANY_REQUESTS,
            "At most %d requests a minute; ask again in %d seconds"
                .formatted(standing.quota(), standing.seconds()));
    var refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS, problem, null);
    refusal.getHeaders().set("Retry-After", String.valueOf(standing.seconds()));
    return refusal;
  }
}
