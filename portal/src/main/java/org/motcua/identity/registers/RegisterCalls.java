package org.motcua.identity.registers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motcua.platform.ids.NewId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Carries a question to a register and its answer back, within a time that people will wait. */
@Component
class RegisterCalls {

  private static final Logger log = LoggerFactory.getLogger(RegisterCalls.class);
  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final int LARGEST_ANSWER = 256 * 1024;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
  private final Map<Register, Breaker> breakers;
  private final JsonMapper json;
  private final MeterRegistry meters;
  private final String outside;
  private final Duration patience;

  RegisterCalls(
      JsonMapper json,
      MeterRegistry meters,
      Clock clock,
      @Value("${motcua.outside-url}") String outside,
      @Value("${motcua.identity.registers.patience}") Duration patience) {
    this.json = json;
    this.meters = meters;
    this.outside = outside;
    this.patience = patience;
    this.breakers =
        Arrays.stream(Register.values())
            .collect(Collectors.toMap(Function.identity(), register -> new Breaker(clock)));
  }

  /**
   * @param kind what is asked for, such as {@code person}
   * @param reading makes sense of the answer, or finds it at fault
   * @throws RegisterOutOfOrder when there is no answer to rely on
   */
  <T> T ask(
      Register register,
      String kind,
      Map<String, ?> question,
      Purpose purpose,
      Function<Answer, T> reading) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Asking a register would hold a transaction open");
    }
    var breaker = breakers.get(register);
    if (breaker == null || !breaker.letsThrough()) {
      throw new RegisterOutOfOrder(register, "left alone for a while");
    }
    var timer = Timer.start(meters);
    try {
      var answer = reading.apply(new Answer(register, call(register, kind, question, purpose)));
      breaker.succeeded();
      timer.stop(duration(register, "answered"));
      return answer;
    } catch (RegisterOutOfOrder fault) {
      breaker.failed();
      timer.stop(duration(register, "failed"));
      log.warn("{}", fault.getMessage());
      throw fault;
    }
  }

  private tools.jackson.databind.JsonNode call(
      Register register, String kind, Map<String, ?> question, Purpose purpose) {
    var request =
        HttpRequest.newBuilder(address(register, kind))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("X-Request-Id", NewId.next().toString())
            .header("X-Purpose", purpose.code())
            .POST(BodyPublishers.ofString(json.writeValueAsString(question)))
            .build();
    var answer = send(register, request);
    if (answer.statusCode() != 200) {
      throw new RegisterOutOfOrder(register, "answered " + answer.statusCode());
    }
    try {
      return json.readTree(answer.body());
    } catch (JacksonException e) {
      // Its message would quote the answer, which tells of a person.
      throw new RegisterOutOfOrder(register, "answered what is no JSON");
    }
  }

  /** The request's own time-out ends with the headers; a body may drip for ever. */
  private HttpResponse<String> send(Register register, HttpRequest request) {
    var text = BodyHandlers.ofString(StandardCharsets.UTF_8);
    var answering = http.sendAsync(request, BodyHandlers.limiting(text, LARGEST_ANSWER));
    try {
      return answering.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      answering.cancel(true);
      throw new RegisterOutOfOrder(register, "no answer within " + patience);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw new RegisterOutOfOrder(register, broken.getClass().getSimpleName(), broken);
      }
      throw new IllegalStateException("Asking " + register, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegisterOutOfOrder(register, "interrupted while asking", e);
    }
  }

  private URI address(Register register, String kind) {
    return URI.create(outside + "/registers/" + register.path() + "/" + kind);
  }

  private Timer duration(Register register, String outcome) {
    return Timer.builder("motcua.registers.asked")
        .tag("register", register.name().toLowerCase(Locale.ROOT))
        .tag("outcome", outcome)
        .register(meters);
  }
}
