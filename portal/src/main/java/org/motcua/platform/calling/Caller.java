package org.motcua.platform.calling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks JSON over HTTP with one other system, never while a transaction is open. All calls throw
 * {@link OutOfOrder} when there is no answer to rely on, whether it was heard or not.
 */
public class Caller {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
  private final String who;
  private final JsonMapper json;

  /**
   * @param who for the log, with a capital letter: "The postal operator"
   */
  public Caller(String who, JsonMapper json) {
    this.who = who;
    this.json = json;
  }

  public JsonNode get(String address, Duration within) {
    return read(send(HttpRequest.newBuilder(URI.create(address)).GET(), within));
  }

  public JsonNode post(String address, Object told, Duration within) {
    return postText(address, json.writeValueAsString(told), Map.of(), within);
  }

  /**
   * For whoever signs what is sent.
   *
   * @param told JSON
   */
  public JsonNode postText(
      String address, String told, Map<String, String> heads, Duration within) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(told));
    heads.forEach(request::header);
    return read(send(request, within));
  }

  /** A file; whatever is answered to it says no more than that it was taken. */
  public void put(String address, BodyPublisher file, Duration within) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/octet-stream")
            .PUT(file);
    requireTaken(send(request, within));
  }

  private JsonNode read(HttpResponse<String> response) {
    requireTaken(response);
    try {
      return json.readTree(response.body());
    } catch (JacksonException e) {
      // Its message would quote the answer, which tells of a person.
      throw OutOfOrder.garbled(who, "answered what is no JSON");
    }
  }

  private void requireTaken(HttpResponse<String> response) {
    var status = response.statusCode();
    if (status / 100 == 2) return;
    if (status / 100 == 5) throw OutOfOrder.silent(who, "answered " + status, null);
    throw OutOfOrder.garbled(who, "answered " + status);
  }

  /** The request's own time-out ends with the headers; a body may drip for ever. */
  private HttpResponse<String> send(HttpRequest.Builder asked, Duration within) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(who + " would hold a transaction open");
    }
    var request = asked.timeout(within).header("Accept", "application/json").build();
    var text = BodyHandlers.ofString(StandardCharsets.UTF_8);
    var answering = http.sendAsync(request, BodyHandlers.limiting(text, LARGEST_ANSWER));
    try {
      return answering.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      answering.cancel(true);
      throw OutOfOrder.silent(who, "gave no answer within " + within, slow);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw OutOfOrder.silent(who, "cannot be reached at " + host(request.uri()), broken);
      }
      throw new IllegalStateException(who + " could not be asked", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw OutOfOrder.silent(who, "was not heard to the end", e);
    }
  }

  /** Without the path, which may name a case. */
  private static String host(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }
}
