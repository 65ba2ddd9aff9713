package org.motcua.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.AtOnce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class OnlyOnceTests {

  @Autowired OnlyOnce once;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final AtomicInteger done = new AtomicInteger();
  private String caller = "";

  @BeforeEach
  void somebodyElse() {
    caller = "client-" + UUID.randomUUID();
  }

  @Test
  void theSameCallAgainGetsTheFirstAnswer() {
    var first = once.answer(call("a", "one"), this::works);
    var again = once.answer(call("a", "one"), this::works);

    assertThat(done).hasValue(1);
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.headers()).isEqualTo(first.headers()).containsEntry("Location", "/1");
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void aRefusalIsAnAnswerToo() {
    Supplier<Reply> refuses =
        () -> new Reply(422, Map.of(), new byte[] {(byte) done.incrementAndGet()});

    once.answer(call("a", "one"), refuses);

    assertThat(once.answer(call("a", "one"), refuses).status()).isEqualTo(422);
    assertThat(done).hasValue(1);
  }

  @Test
  void anotherRequestWithTheSameKeyIsRefused() {
    once.answer(call("a", "one"), this::works);

    assertThatExceptionOfType(BadCallKey.class)
        .isThrownBy(() -> once.answer(call("a", "two"), this::works))
        .matches(refused -> refused.why() == BadCallKey.Why.USED);
    assertThat(done).hasValue(1);
  }

  @Test
  void anotherCallersSameKeyIsAnotherKey() {
    once.answer(call("a", "one"), this::works);
    caller = "client-" + UUID.randomUUID();
    once.answer(call("a", "two"), this::works);

    assertThat(done).hasValue(2);
  }

  @Test
  void whatCameToNothingIsDoneWhenItComesAgain() {
    Supplier<Reply> breaks =
        () -> {
          works();
          throw new IllegalStateException("The machine stops");
        };
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> once.answer(call("a", "one"), breaks));
    assertThat(noted()).isZero();

    once.answer(call("a", "one"), this::works);

    assertThat(noted()).isEqualTo(1);
  }

  @Test
  void ofTwoAtOnceOneIsDoneAndBothGetItsAnswer() {
    var answers =
        AtOnce.both(
            () -> once.answer(call("a", "one"), this::works),
            () -> once.answer(call("a", "one"), this::works));

    assertThat(done).hasValue(1);
    assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
  }

  @Test
  void aCallWithoutAKeyIsDoneEachTime() {
    once.answer(new CallKey(caller, null, new byte[0]), this::works);
    once.answer(new CallKey(caller, null, new byte[0]), this::works);

    assertThat(done).hasValue(2);
  }

  @Test
  void afterADayItIsForgotten() {
    once.answer(call("a", "one"), this::works);
    var tomorrow =
        new OnlyOnce(jdbc, json, transaction, Clock.offset(clock, OnlyOnce.KEPT.plusMinutes(1)));
    var before = new OnlyOnce(jdbc, json, transaction, Clock.offset(clock, Duration.ofHours(23)));

    before.forget(1_000);
    once.answer(call("a", "one"), this::works);
    assertThat(done).hasValue(1);

    tomorrow.forget(1_000);
    once.answer(call("a", "one"), this::works);
    assertThat(done).hasValue(2);
  }

  @Test
  void aKeyIsReadWithItsQuotesAndWithout() {
    assertThat(keyOf("\"8e03978e-40d5\"")).isEqualTo("8e03978e-40d5");
    assertThat(keyOf("8e03978e-40d5")).isEqualTo("8e03978e-40d5");
    for (var none : new String[] {"", "\"\"", "a b", "ạ", "x".repeat(201), "\"a"}) {
      assertThatExceptionOfType(BadCallKey.class).as(none).isThrownBy(() -> keyOf(none));
    }
    assertThatExceptionOfType(BadCallKey.class)
        .isThrownBy(() -> CallKeys.required(new MockHttpServletRequest("POST", "/api"), caller))
        .matches(refused -> refused.why() == BadCallKey.Why.MISSING);
  }

  private String keyOf(String header) {
    var request = new MockHttpServletRequest("POST", "/api/dossiers");
    request.addHeader(CallKeys.HEADER, header);
    return String.valueOf(CallKeys.of(request, caller).key());
  }

  private Reply works() {
    var times = done.incrementAndGet();
    jdbc.sql("insert into platform.rate_limit (id) values (:id)")
        .param("id", caller + times)
        .update();
    return new Reply(201, Map.of("Location", "/" + times), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private int noted() {
    return jdbc.sql("select count(*) from platform.rate_limit where id like :id")
        .param("id", caller + "%")
        .query(Integer.class)
        .single();
  }

  private CallKey call(String key, String request) {
    return new CallKey(caller, key, request.getBytes(StandardCharsets.UTF_8));
  }
}
