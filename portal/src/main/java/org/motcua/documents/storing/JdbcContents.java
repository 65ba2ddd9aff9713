package org.motcua.documents.storing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contents there are, and who is about to need one. */
@Repository
class JdbcContents {

  private final JdbcClient jdbc;

  JdbcContents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The content as it is known already, or else as it is to be written. */
  Content begin(Content fresh) {
    return jdbc.sql(
            """
            insert into documents.content (sha256, place, key_id, kept)
            values (:sha256, :place, :keyId, false)
            on conflict (sha256) do update set kept = content.kept
            returning *
            """)
        .param("sha256", fresh.sha256())
        .param("place", fresh.place())
        .param("keyId", fresh.keyId())
        .query((row, number) -> content(row))
        .single();
  }

  void setKept(String sha256) {
    jdbc.sql("update documents.content set kept = true where sha256 = :sha256 and not kept")
        .param("sha256", sha256)
        .update();
  }

  /** Sealed now. */
  void move(String sha256, String place, int keyId) {
    jdbc.sql("update documents.content set place = :place, key_id = :keyId where sha256 = :sha256")
        .param("sha256", sha256)
        .param("place", place)
        .param("keyId", keyId)
        .update();
  }

  Optional<Content> find(String sha256) {
    return jdbc.sql("select * from documents.content where sha256 = :sha256")
        .param("sha256", sha256)
        .query((row, number) -> content(row))
        .optional();
  }

  /** Until the transaction ends nobody removes it; others may need it, too. */
  boolean lockToKeep(String sha256) {
    return lock(sha256, "for share").isPresent();
  }

  /** Until the transaction ends nobody else does anything with it. */
  Optional<Content> lockToRemove(String sha256) {
    return lock(sha256, "for update");
  }

  void remove(String sha256) {
    jdbc.sql("delete from documents.content where sha256 = :sha256")
        .param("sha256", sha256)
        .update();
  }

  boolean isNeeded(String sha256, Instant now) {
    return jdbc.sql(
            """
            select exists (select from documents.stored_document where sha256 = :sha256)
                or exists (
                  select from documents.hold where sha256 = :sha256 and held_until > :now)
            """)
        .param("sha256", sha256)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void hold(UUID hold, String sha256, Instant until) {
    jdbc.sql(
            """
            insert into documents.hold (id, sha256, held_until) values (:id, :sha256, :until)
            """)
        .param("id", hold)
        .param("sha256", sha256)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean release(UUID hold) {
    return jdbc.sql("delete from documents.hold where id = :id").param("id", hold).update() == 1;
  }

  /** The contents of holds that nobody came for. */
  List<String> releasePast(Instant now) {
    return jdbc.sql("delete from documents.hold where held_until <= :now returning sha256")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> row.getString("sha256"))
        .list();
  }

  /** Some that lie in clear, in the order of their hashes. */
  List<Content> listInClear(String after, int limit) {
    return jdbc.sql(
            """
            select * from documents.content where key_id is null and kept and sha256 > :after
            order by sha256 limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> content(row))
        .list();
  }

  /** Those of documents that a node of the version before has kept since. */
  void addUnknown(UUID since) {
    jdbc.sql(
            """
            insert into documents.content (sha256, place, kept)
            select distinct sha256, sha256, true from documents.stored_document
            where id >= :since
            on conflict do nothing
            """)
        .param("since", since)
        .update();
  }

  private Optional<Content> lock(String sha256, String how) {
    return jdbc.sql("select * from documents.content where sha256 = :sha256 " + how)
        .param("sha256", sha256)
        .query((row, number) -> content(row))
        .optional();
  }

  private static Content content(ResultSet row) throws SQLException {
    return new Content(
        row.getString("sha256"),
        row.getString("place"),
        row.getObject("key_id", Integer.class),
        row.getBoolean("kept"));
  }

  /**
   * @param place its name in the store
   * @param keyId what sealed it; none when it lies there in clear
   * @param kept it is in the store for certain
   */
  record Content(String sha256, String place, @Nullable Integer keyId, boolean kept) {}
}
