package org.motcua.payments.gateway.platform;

import java.time.Duration;
import org.motcua.payments.gateway.SharedSecret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the platform and this portal have agreed upon. */
@Component("platformPartner")
class Partner {

  /** How long the platform may take to answer. */
  static final Duration ANSWERS_WITHIN = Duration.ofSeconds(8);

  /** In which the secret of the demonstration is kept, under this name. */
  private static final String SECRET = "platform";

  private final String url;
  private final String code;
  private final String secret;
  private final Duration patience;

  Partner(
      SharedSecret secrets,
      @Value("${motcua.payments.platform.url}") String url,
      @Value("${motcua.payments.platform.partner}") String code,
      @Value("${motcua.payments.platform.secret}") String secret,
      @Value("${motcua.payments.platform.patience}") Duration patience) {
    this.url = url;
    this.code = code;
    this.secret = secrets.of(SECRET, secret);
    this.patience = patience;
  }

  boolean isSetUp() {
    return !url.isBlank() && !code.isBlank() && !secret.isBlank();
  }

  /** Where every message goes; its kind says what is wanted. */
  String url() {
    return url;
  }

  /** MaDoiTac: by which the platform knows this portal. */
  String code() {
    return code;
  }

  String secret() {
    return secret;
  }

  /** How long a payer may take there. */
  Duration patience() {
    return patience;
  }
}
