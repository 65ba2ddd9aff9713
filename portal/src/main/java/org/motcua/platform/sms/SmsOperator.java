package org.motcua.platform.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The operator's HTTP interface. */
@Component
class SmsOperator {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWERING = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
  private final JsonMapper json;
  private final URI address;

  SmsOperator(JsonMapper json, @Value("${motcua.outside-url}/sms") URI address) {
    this.json = json;
    this.address = address;
  }

  void take(Sms sms) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWERING)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(sms)))
            .build();
    try {
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new IllegalStateException("The SMS operator answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The SMS operator cannot be reached at " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while handing over an SMS", e);
    }
  }
}
