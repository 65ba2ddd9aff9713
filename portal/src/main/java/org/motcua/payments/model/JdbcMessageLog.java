package org.motcua.payments.model;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.database.Typed;
import org.motcua.platform.ids.NewId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMessageLog implements MessageLog {

  private static final int LONGEST = 8_000;

  /** Of ours each has fourteen; what strangers name may be longer than an index takes. */
  private static final int LONGEST_REF = 64;

  private static final Logger log = LoggerFactory.getLogger(JdbcMessageLog.class);

  /** Verdicts on what anybody may have sent. */
  private static final Set<String> OF_STRANGERS = Set.of("FORGED", "MALFORMED");

  /** What a node keeps of strangers in a minute: more than that tells nobody anything new. */
  private static final int MOST_OF_STRANGERS = 600;

  private final JdbcClient jdbc;
  private final Clock clock;
  private Instant minute = Instant.EPOCH;
  private int ofStrangers;

  JdbcMessageLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void heard(
      String way,
      String kind,
      @Nullable String ref,
      String content,
      String answer,
      String verdict) {
    if (OF_STRANGERS.contains(verdict) && isFlood()) return;
    write(way, "IN", kind, ref, content, answer, verdict);
  }

  private synchronized boolean isFlood() {
    var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      ofStrangers = 0;
    }
    ofStrangers++;
    if (ofStrangers == MOST_OF_STRANGERS + 1) {
      log.warn("Strangers flood the doors of notices; no more of theirs is kept this minute");
    }
    return ofStrangers > MOST_OF_STRANGERS;
  }

  @Override
  public void told(
      String way,
      String kind,
      @Nullable String ref,
      String content,
      @Nullable String answer,
      String verdict) {
    write(way, "OUT", kind, ref, content, answer, verdict);
  }

  private void write(
      String way,
      String direction,
      String kind,
      @Nullable String ref,
      String content,
      @Nullable String answer,
      String verdict) {
    jdbc.sql(
            """
            insert into payments.message
              (id, at, way, direction, kind, ref, content, answer, verdict)
            values (:id, :at, :way, :direction, :kind, :ref, :content, :answer, :verdict)
            """)
        .param("id", NewId.next())
        .param("at", Typed.timestamp(clock.instant()))
        .param("way", way)
        .param("direction", direction)
        .param("kind", kind)
        .param("ref", Typed.text(ref == null ? null : shortened(ref, LONGEST_REF)))
        .param("content", shortened(content, LONGEST))
        .param("answer", Typed.text(answer == null ? null : shortened(answer, LONGEST)))
        .param("verdict", verdict)
        .update();
  }

  @Override
  public List<Message> listAbout(String ref) {
    return jdbc.sql(
            """
            select id, at, way, direction, kind, ref, content, answer, verdict
              from payments.message
             where ref = :ref
             order by id
            """)
        .param("ref", ref)
        .query(
            (row, number) ->
                new Message(
                    row.getObject("id", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("way"),
                    row.getString("direction").equals("IN"),
                    row.getString("kind"),
                    row.getString("ref"),
                    row.getString("content"),
                    row.getString("answer"),
                    row.getString("verdict")))
        .list();
  }

  /** A hostile sender shall not fill the disk, nor break the database with a nought. */
  private static String shortened(String text, int longest) {
    var clean = text.replace("\0", "");
    if (clean.length() <= longest) return clean;
    var whole = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
    return clean.substring(0, whole) + "…";
  }
}
