package org.motcua.platform.sms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.motcua.platform.outgoing.Carrier.Handed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator, or a small program before one, that is spoken to by HTTP. He knows a message that
 * comes twice by its id, and tells nothing of its arrival.
 */
@Component
@ConditionalOnProperty(name = "motcua.sms.operator", havingValue = "http")
class HttpOperator implements SmsOperator {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final int AT_ONCE = 16;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
  private final JsonMapper json;
  private final URI address;

  HttpOperator(JsonMapper json, @Value("${motcua.sms.url}") URI address) {
    this.json = json;
    this.address = address;
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public Handed take(Sms sms, boolean urgent) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWERING)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(sms)))
            .build();
    try {
      return answer(http.send(request, BodyHandlers.discarding()));
    } catch (IOException e) {
      return new Handed.Unavailable("no answer from " + address + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Handed.NotNow("interrupted");
    }
  }

  private static Handed answer(HttpResponse<?> response) {
    var status = response.statusCode();
    var why = "the operator answered " + status;
    return switch (status) {
      case 400, 409, 413, 422 -> new Handed.Refused(why);
      case 429, 502, 503, 504 -> new Handed.Unavailable(why);
      default -> {
        if (status / 100 != 2) yield new Handed.NotNow(why);
        // A proxy's page about itself says that all is well, too.
        yield isPage(response)
            ? new Handed.Unavailable("a web page answered instead of the operator")
            : new Handed.Taken();
      }
    };
  }

  private static boolean isPage(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("text/html"))
        .isPresent();
  }
}
