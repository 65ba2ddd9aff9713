package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * What a browser may do with our pages: nothing but what this portal itself serves. Each security
 * filter chain applies it: {@code http.headers(securityHeaders)}.
 *
 * <p>Browsers hold {@code form-action} against the redirect that answers a form, too; {@code
 * motcua.form-targets} names the origins to which a form may lead that way (an agency's portal
 * after sign-in, a payment gateway).
 */
@Component
public class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

  private static final String REFERRERS = "strict-origin-when-cross-origin";
  private static final String PERMISSIONS =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

  private final String contentPolicy;

  SecurityHeaders(@Value("${motcua.form-targets:}") List<String> formTargets) {
    contentPolicy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            ("form-action 'self' " + String.join(" ", formTargets)).strip(),
            "manifest-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");
  }

  @Override
  public void customize(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
        .frameOptions(frames -> frames.deny());
  }

  /** For answers that no filter chain has seen: an error page while the database is away. */
  void writeTo(HttpServletResponse response) {
    Map.of(
            "Content-Security-Policy", contentPolicy,
            "Referrer-Policy", REFERRERS,
            "Permissions-Policy", PERMISSIONS,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY")
        .forEach(response::setHeader);
  }
}
