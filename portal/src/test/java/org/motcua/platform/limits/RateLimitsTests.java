package org.motcua.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class RateLimitsTests {

  private static final Limit THREE_AN_HOUR = new Limit(3, Duration.ofHours(1));

  @Autowired RateLimits limits;

  @Test
  void theFourthTryIsRefused() {
    var key = key();
    for (var i = 0; i < 3; i++) assertThat(limits.tryConsume(key, THREE_AN_HOUR)).isTrue();
    assertThat(limits.tryConsume(key, THREE_AN_HOUR)).isFalse();
  }

  @Test
  void eachKeyHasAnAllowanceOfItsOwn() {
    var one = new Limit(1, Duration.ofHours(1));
    assertThat(limits.tryConsume(key(), one)).isTrue();
    assertThat(limits.tryConsume(key(), one)).isTrue();
  }

  @Test
  void manyAtOnceGetNoMoreThanTheAllowance() throws Exception {
    var key = key();
    Callable<Boolean> attempt = () -> limits.tryConsume(key, THREE_AN_HOUR);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          people.invokeAll(IntStream.range(0, 12).mapToObj(_ -> attempt).toList()).stream()
              .map(java.util.concurrent.Future::resultNow)
              .collect(Collectors.partitioningBy(allowed -> allowed, Collectors.counting()));
      assertThat(answers.get(true)).isEqualTo(3);
    }
  }

  private static String key() {
    return "platform.test:" + UUID.randomUUID();
  }
}
