package org.motcua.platform.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.motcua.platform.ids.NewId;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down who did what to which object, in the transaction of the use case itself: either both
 * are there or neither.
 *
 * <p>Details hold facts needed to understand the act (a status, a reason's code), never secrets and
 * never whole documents.
 */
@Component
public class AuditTrail {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param actor {@code account:<id>}, {@code client:<id>} or {@code system:<module>}
   * @param action past tense with its module, such as {@code dossiers.submitted}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String actor, String action, String objectType, String objectId, Map<String, ?> details) {
    jdbc.sql(
            """
            insert into platform.audit_entry (id, at, actor, action, object_type, object_id, details, reference)
            values (:id, :at, :actor, :action, :objectType, :objectId, :details::jsonb, :reference)
            """)
        .param("id", NewId.next())
        .param("at", OffsetDateTime.now(clock))
        .param("actor", actor)
        .param("action", action)
        .param("objectType", objectType)
        .param("objectId", objectId)
        .param("details", json.writeValueAsString(details))
        .param("reference", MDC.get("reference"))
        .update();
  }
}
