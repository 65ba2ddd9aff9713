package org.motcua.exchange.post;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.motcua.dossiers.PostalParcel;
import org.motcua.dossiers.PostalStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's HTTP interface. Whatever is sent may be sent again: the operator knows a letter by
 * our reference.
 */
@Component
class PostalOperator {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
  private final JsonMapper json;
  private final String consignments;
  private final Duration patience;

  PostalOperator(
      JsonMapper json,
      @Value("${motcua.exchange.post.url}") String url,
      @Value("${motcua.exchange.post.patience}") Duration patience) {
    this.json = json;
    this.consignments = url + "/consignments";
    this.patience = patience;
  }

  /** A letter as the operator takes it. */
  private record Registration(
      String reference,
      String dossier,
      String sender,
      String recipient,
      String phone,
      String unit,
      String address) {

    static Registration of(PostalParcel parcel) {
      return new Registration(
          parcel.id().toString(),
          parcel.code().value(),
          parcel.sender(),
          parcel.recipient(),
          parcel.phone(),
          parcel.unit(),
          parcel.place());
    }
  }

  /**
   * @return the tracking number, the same one whenever the same letter comes
   * @throws OperatorOutOfOrder when there is no answer to rely on, whether it was taken or not
   */
  String take(PostalParcel parcel) {
    var body = json.writeValueAsString(Registration.of(parcel));
    var request =
        HttpRequest.newBuilder(URI.create(consignments))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return answer(send(request)).trackingOf(parcel.id());
  }

  List<PostalStep> stepsOf(UUID consignment, String tracking) {
    var request = HttpRequest.newBuilder(URI.create(consignments + "/" + tracking)).GET();
    return answer(send(request)).stepsOf(consignment, tracking);
  }

  private Answer answer(HttpResponse<String> response) {
    var status = response.statusCode();
    if (status / 100 == 5) throw new OperatorOutOfOrder("answered " + status, true, null);
    if (status / 100 != 2) throw OperatorOutOfOrder.garbled("answered " + status);
    try {
      return new Answer(json.readTree(response.body()));
    } catch (JacksonException e) {
      // Its message would quote the answer, which tells of a person.
      throw OperatorOutOfOrder.garbled("answered what is no JSON");
    }
  }

  /** The request's own time-out ends with the headers; a body may drip for ever. */
  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Asking the operator would hold a transaction open");
    }
    var text = BodyHandlers.ofString(StandardCharsets.UTF_8);
    var answering =
        http.sendAsync(
            request.timeout(patience).header("Accept", "application/json").build(),
            BodyHandlers.limiting(text, LARGEST_ANSWER));
    try {
      return answering.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      answering.cancel(true);
      throw new OperatorOutOfOrder("gave no answer within " + patience, true, slow);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw new OperatorOutOfOrder("cannot be reached", true, broken);
      }
      throw new IllegalStateException("Asking the postal operator", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorOutOfOrder("was not heard to the end", true, e);
    }
  }
}
