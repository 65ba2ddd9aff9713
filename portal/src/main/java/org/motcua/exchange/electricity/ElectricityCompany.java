package org.motcua.exchange.electricity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.motcua.dossiers.OutsideStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The company's HTTP interface. Whatever is sent may be sent again: the company knows an
 * application by its dossier's code and a paper by its hash.
 */
@Component
class ElectricityCompany {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
  private final JsonMapper json;
  private final String requests;
  private final Duration patience;
  private final Duration patienceWithPapers;

  ElectricityCompany(
      JsonMapper json,
      @Value("${motcua.exchange.electricity.url}") String url,
      @Value("${motcua.exchange.electricity.patience}") Duration patience,
      @Value("${motcua.exchange.electricity.patience-with-papers}") Duration patienceWithPapers) {
    this.json = json;
    this.requests = url + "/requests";
    this.patience = patience;
    this.patienceWithPapers = patienceWithPapers;
  }

  /**
   * @throws CompanyOutOfOrder when there is no answer to rely on, whether it was taken or not
   */
  Answer.Receipt take(Application application) {
    var request =
        HttpRequest.newBuilder(URI.create(requests))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(application)));
    return answer(send(request, patience)).receiptFor(application.dossier());
  }

  void take(String documentCode, String sha256, Resource content) {
    var request =
        HttpRequest.newBuilder(URI.create(requests + "/" + documentCode + "/papers/" + sha256))
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofInputStream(() -> open(content)));
    requireTaken(send(request, patienceWithPapers));
  }

  List<OutsideStep> historyOf(String documentCode, String dossier) {
    var request = HttpRequest.newBuilder(URI.create(requests + "/" + documentCode)).GET();
    return answer(send(request, patience)).historyOf(documentCode, dossier);
  }

  private Answer answer(HttpResponse<String> response) {
    requireTaken(response);
    try {
      return new Answer(json.readTree(response.body()));
    } catch (JacksonException e) {
      // Its message would quote the answer, which tells of a person.
      throw CompanyOutOfOrder.garbled("answered what is no JSON");
    }
  }

  private static void requireTaken(HttpResponse<String> response) {
    var status = response.statusCode();
    if (status / 100 == 2) return;
    if (status / 100 == 5) throw CompanyOutOfOrder.silent("answered " + status, null);
    throw CompanyOutOfOrder.garbled("answered " + status);
  }

  /** The request's own time-out ends with the headers; a body may drip for ever. */
  private HttpResponse<String> send(HttpRequest.Builder request, Duration within) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Asking the company would hold a transaction open");
    }
    var text = BodyHandlers.ofString(StandardCharsets.UTF_8);
    var answering =
        http.sendAsync(
            request.timeout(within).header("Accept", "application/json").build(),
            BodyHandlers.limiting(text, LARGEST_ANSWER));
    try {
      return answering.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      answering.cancel(true);
      throw CompanyOutOfOrder.silent("gave no answer within " + within, slow);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw CompanyOutOfOrder.silent("cannot be reached at " + requests, broken);
      }
      throw new IllegalStateException("Asking the electricity company", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CompanyOutOfOrder.silent("was not heard to the end", e);
    }
  }

  private static InputStream open(Resource content) {
    try {
      return content.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("A paper cannot be read", e);
    }
  }
}
