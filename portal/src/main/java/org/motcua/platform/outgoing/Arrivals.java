package org.motcua.platform.outgoing;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.outgoing.Delivery.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What those who have taken messages tell of them afterwards. */
@Component
public class Arrivals {

  private final JdbcClient jdbc;
  private final MeterRegistry meters;

  Arrivals(JdbcClient jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.meters = meters;
  }

  /** Until the end of the transaction nobody else tells of it. */
  public void lock(UUID message) {
    jdbc.sql("select id from platform.outgoing where id = :id for update")
        .param("id", message)
        .query((row, number) -> true)
        .list();
  }

  public void arrived(UUID message) {
    told(message, State.DELIVERED, null);
  }

  public void failed(UUID message, String why) {
    told(message, State.FAILED, why);
  }

  private void told(UUID message, State state, @Nullable String why) {
    var changed =
        jdbc.sql(
                """
                update platform.outgoing
                set state = :state, ended_at = now(), problem = coalesce(:why, problem),
                    content = null
                where id = :id and state in ('WAITING', 'SENT')
                """)
            .param("state", state.name())
            .param("why", why)
            .param("id", message)
            .update();
    if (changed == 1) {
      meters.counter("motcua.outgoing", "way", "SMS", "state", state.name()).increment();
    }
  }
}
