package org.motcua.identity.certificates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Fetches what an authority publishes; never waits long and never reads without end. */
@Component
class Fetching {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final int LARGEST = 20 * 1024 * 1024;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(Redirect.NEVER).build();

  byte[] fetch(URI address) throws IOException {
    if (!SCHEMES.contains(address.getScheme())) throw new IOException("Not by HTTP: " + address);
    var request = HttpRequest.newBuilder(address).timeout(ANSWERING).build();
    try {
      var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
      if (answer.statusCode() != 200) {
        throw new IOException(address + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while fetching " + address, e);
    }
  }
}
