package org.motcua.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** People's phones, at the outside simulator. */
final class Phones {

  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final URI outside;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  Phones(URI outside) {
    this.outside = outside;
  }

  record Message(String id, String to, String text, Instant receivedAt) {}

  Set<String> messagesSoFar(String phone) {
    return read(phone).stream().map(Message::id).collect(Collectors.toSet());
  }

  /** The code in the first message that was not there before. */
  String codeAfter(Set<String> before, String phone) throws InterruptedException, TimeoutException {
    return Waiting.until(
        PATIENCE, BETWEEN_LOOKS, "a code on the phone " + phone, () -> codeIn(before, phone));
  }

  private java.util.Optional<String> codeIn(Set<String> before, String phone) {
    return read(phone).stream()
        .filter(message -> !before.contains(message.id()))
        .sorted(Comparator.comparing(Message::receivedAt))
        .map(message -> CODE.matcher(message.text()))
        .filter(java.util.regex.Matcher::find)
        .map(java.util.regex.Matcher::group)
        .findFirst();
  }

  private List<Message> read(String phone) {
    var address = outside.resolve("/api/phones/" + phone + "/messages");
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(address + " answered " + answer.statusCode());
      }
      return json.readValue(answer.body(), new TypeReference<List<Message>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(address.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + address, e);
    }
  }
}
