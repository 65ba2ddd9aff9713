package org.motcua.simulators.agency.webhooks;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest messages. What comes twice is known by its id. */
@Repository
class Messages {

  private static final int SHOWN = 100;
  private static final int KEPT = 1000;

  private final JdbcClient jdbc;

  Messages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(Message message) {
    if (cameAgain(message)) return;
    jdbc.sql(
            """
            insert into webhook_message (id, event, code, status, happened_at, came_at, times)
            values (?, ?, ?, ?, ?, ?, 1)
            """)
        .param(1, message.id())
        .param(2, message.event())
        .param(3, message.code())
        .param(4, message.status())
        .param(5, message.happenedAt().atOffset(UTC))
        .param(6, message.cameAt().atOffset(UTC))
        .update();
    jdbc.sql(
            """
            delete from webhook_message where id in (
              select id from webhook_message order by happened_at desc offset ? rows)
            """)
        .param(KEPT)
        .update();
  }

  private boolean cameAgain(Message message) {
    return jdbc.sql("update webhook_message set times = times + 1 where id = ?")
            .param(message.id())
            .update()
        == 1;
  }

  /** The newest first. */
  List<Message> latest() {
    return jdbc.sql("select * from webhook_message order by happened_at desc, id desc limit ?")
        .param(SHOWN)
        .query(
            (row, number) ->
                new Message(
                    row.getObject("id", UUID.class),
                    row.getString("event"),
                    row.getString("code"),
                    row.getObject("status", Integer.class),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    row.getObject("came_at", OffsetDateTime.class).toInstant(),
                    row.getInt("times")))
        .list();
  }
}
