package org.motcua.payments.gateway.vnpay;

import java.time.Duration;
import org.motcua.payments.gateway.SharedSecret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What was agreed with the gateway. */
@Component
class VnpaySettings {

  private final String payPage;
  private final String calls;
  private final String terminal;
  private final String secret;
  private final Duration patience;
  private final Duration callPatience;

  VnpaySettings(
      @Value("${motcua.payments.vnpay.url}") String payPage,
      @Value("${motcua.payments.vnpay.api-url}") String calls,
      @Value("${motcua.payments.vnpay.terminal}") String terminal,
      @Value("${motcua.payments.vnpay.secret}") String secret,
      @Value("${motcua.payments.vnpay.patience}") Duration patience,
      @Value("${motcua.payments.vnpay.call-patience}") Duration callPatience,
      SharedSecret shared) {
    this.payPage = payPage;
    this.calls = calls;
    this.terminal = terminal;
    this.secret = shared.of("vnpay", secret);
    this.patience = patience;
    this.callPatience = callPatience;
  }

  boolean complete() {
    return !secret.isBlank() && !terminal.isBlank() && !payPage.isBlank();
  }

  String payPage() {
    return payPage;
  }

  /** Where it is asked, and told to give back. */
  String calls() {
    return calls;
  }

  String terminal() {
    return terminal;
  }

  /** How long a payer may take. */
  Duration patience() {
    return patience;
  }

  /** How long an answer may take. */
  Duration callPatience() {
    return callPatience;
  }

  Signature signature() {
    if (!complete()) throw new IllegalStateException("VNPAY is not set up");
    return new Signature(secret);
  }
}
