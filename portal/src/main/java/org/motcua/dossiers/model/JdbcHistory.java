package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.identity.AccountId;
import org.motcua.platform.database.Typed;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has happened to dossiers, and who did it: rows that are added and never changed. */
class JdbcHistory {

  private static final String APPLICANT = "applicant";
  private static final String ANOTHER = "another";
  private static final String PORTAL = "portal";
  private static final String OUTSIDE = "outside";
  private static final String CLIENT = "client:";

  private final JdbcClient jdbc;

  JdbcHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void append(DossierId dossier, HistoryEntry entry) {
    var standIn = StandIn.of(entry.actor());
    jdbc.sql(
            """
            insert into dossiers.entry
              (id, dossier, at, event, status, step, actor, actor_name, by_account, by_name, note)
            values
              (:id, :dossier, :at, :event, :status, :step, :actor, :actorName, :byAccount, :byName,
               :note)
            """)
        .param("id", NewId.next())
        .param("dossier", dossier.value())
        .param("at", Typed.timestamp(entry.at()))
        .param("event", entry.event().name())
        .param("status", entry.status().national())
        .param("step", entry.step())
        .param("actor", column(entry.actor()))
        .param("actorName", name(entry.actor()))
        .param("byAccount", Typed.uuid(standIn == null ? null : standIn.account().value()))
        .param("byName", Typed.text(standIn == null ? null : standIn.name()))
        .param("note", Typed.text(entry.note()))
        .update();
  }

  List<HistoryEntry> of(DossierId dossier) {
    return jdbc.sql("select * from dossiers.entry where dossier = :dossier order by id")
        .param("dossier", dossier.value())
        .query(
            (row, number) ->
                new HistoryEntry(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    HistoryEntry.Event.valueOf(row.getString("event")),
                    DossierStatus.ofNational(row.getInt("status")),
                    row.getInt("step"),
                    actor(row),
                    row.getString("note")))
        .list();
  }

  /** Who did it in the place of the one who is named, or whom the one who is named stood in for. */
  private record StandIn(AccountId account, @Nullable String name) {

    static @Nullable StandIn of(Actor actor) {
      return switch (actor) {
        case Actor.ForTheApplicant other -> new StandIn(other.by(), other.byName());
        case Actor.Another another -> new StandIn(another.account(), another.name());
        case Actor.AnOfficer officer when officer.insteadOf() != null ->
            new StandIn(officer.insteadOf().account(), officer.insteadOf().name());
        default -> null;
      };
    }
  }

  private static String column(Actor actor) {
    return switch (actor) {
      case Actor.TheApplicant applicant -> APPLICANT;
      case Actor.ForTheApplicant other -> APPLICANT;
      case Actor.Another another -> ANOTHER;
      case Actor.ThePortal portal -> PORTAL;
      case Actor.SomebodyOutside outside -> OUTSIDE;
      case Actor.AnOfficer officer -> officer.account().value().toString();
      case Actor.AnOfficerElsewhere officer -> CLIENT + officer.client();
    };
  }

  private static String name(Actor actor) {
    return switch (actor) {
      case Actor.TheApplicant applicant -> applicant.name();
      case Actor.ForTheApplicant other -> other.name();
      case Actor.Another another -> another.name();
      case Actor.ThePortal portal -> "";
      case Actor.SomebodyOutside outside -> outside.name();
      case Actor.AnOfficer officer -> officer.name();
      case Actor.AnOfficerElsewhere officer -> officer.name();
    };
  }

  private static Actor actor(ResultSet row) throws SQLException {
    var column = row.getString("actor");
    var name = row.getString("actor_name");
    var by = row.getObject("by_account", UUID.class);
    return switch (column) {
      case APPLICANT ->
          by == null
              ? new Actor.TheApplicant(name)
              : new Actor.ForTheApplicant(name, new AccountId(by), row.getString("by_name"));
      case ANOTHER -> new Actor.Another(new AccountId(Objects.requireNonNull(by)), name);
      case PORTAL -> new Actor.ThePortal();
      case OUTSIDE -> new Actor.SomebodyOutside(name);
      default ->
          column.startsWith(CLIENT)
              ? new Actor.AnOfficerElsewhere(column.substring(CLIENT.length()), name)
              : new Actor.AnOfficer(
                  new AccountId(UUID.fromString(column)),
                  name,
                  by == null ? null : new Actor.Away(new AccountId(by), row.getString("by_name")));
    };
  }
}
