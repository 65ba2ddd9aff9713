package org.motcua.documents.resuming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.DocumentId;
import org.motcua.documents.UnfinishedUpload;
import org.motcua.documents.UploadId;
import org.motcua.documents.storing.PartStore.StoredPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUploads {

  private final JdbcClient jdbc;

  JdbcUploads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One after the other begin the uploads of one person, so that they are counted right. */
  void lockOwner(UUID owner) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
        .param("key", "documents.upload:" + owner)
        .query(String.class)
        .single();
  }

  Load loadOf(UUID owner, Instant now) {
    return jdbc.sql(
            """
            select count(*) as files, coalesce(sum(size), 0) as bytes from documents.upload
            where owner = :owner and document is null and expires_at > :now
            """)
        .param("owner", owner)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new Load(row.getLong("files"), row.getLong("bytes")))
        .single();
  }

  void insert(UnfinishedUpload upload) {
    jdbc.sql(
            """
            insert into documents.upload
              (id, owner, subject, name, size, sha256, received, expires_at)
            values (:id, :owner, :subject, :name, :size, :sha256, :received, :expiresAt)
            """)
        .param("id", upload.id().value())
        .param("owner", upload.owner())
        .param("subject", upload.subject())
        .param("name", upload.name())
        .param("size", upload.size())
        .param("sha256", upload.sha256())
        .param("received", upload.received())
        .param("expiresAt", upload.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<UnfinishedUpload> find(UploadId id, UUID owner, Instant now) {
    return find(id, owner, now, "");
  }

  /** Locked until the transaction ends. */
  Optional<UnfinishedUpload> findForUpdate(UploadId id, UUID owner, Instant now) {
    return find(id, owner, now, " for update");
  }

  private Optional<UnfinishedUpload> find(UploadId id, UUID owner, Instant now, String lock) {
    return jdbc.sql(
            "select * from documents.upload where id = :id and owner = :owner and expires_at > :now"
                + lock)
        .param("id", id.value())
        .param("owner", owner)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> upload(row))
        .optional();
  }

  List<UnfinishedUpload> list(UUID owner, String subject, Instant now) {
    return jdbc.sql(
            """
            select * from documents.upload
            where owner = :owner and subject = :subject and document is null and expires_at > :now
            order by id
            """)
        .param("owner", owner)
        .param("subject", subject)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> upload(row))
        .list();
  }

  void setReceived(UploadId id, long received) {
    jdbc.sql("update documents.upload set received = :received where id = :id")
        .param("id", id.value())
        .param("received", received)
        .update();
  }

  boolean finish(UploadId id, DocumentId document) {
    return jdbc.sql(
                """
                update documents.upload set document = :document
                where id = :id and document is null
                """)
            .param("id", id.value())
            .param("document", document.value())
            .update()
        == 1;
  }

  /** From now on it is not found; a job takes it away. */
  boolean end(UploadId id, UUID owner, Instant now) {
    return jdbc.sql(
                """
                update documents.upload set expires_at = :now
                where id = :id and owner = :owner and expires_at > :now
                """)
            .param("id", id.value())
            .param("owner", owner)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<UploadId> listPast(Instant now, int limit) {
    return jdbc.sql(
            """
            select id from documents.upload where expires_at <= :now order by expires_at limit :limit
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, number) -> new UploadId(row.getObject("id", UUID.class)))
        .list();
  }

  boolean lock(UploadId id) {
    return jdbc.sql("select id from documents.upload where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  void removePast(UploadId id, Instant now) {
    jdbc.sql("delete from documents.upload where id = :id and expires_at <= :now")
        .param("id", id.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Nobody needs its parts any more. */
  boolean isDone(UploadId id, Instant now) {
    return jdbc.sql(
            """
            select exists (
              select from documents.upload
              where id = :id and (expires_at <= :now or document is not null))
            """)
        .param("id", id.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  int countParts(UploadId id) {
    return jdbc.sql("select count(*) from documents.upload_part where upload = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  void insertPart(UploadId id, long beginsAt, long size, StoredPart part, Instant now) {
    jdbc.sql(
            """
            insert into documents.upload_part
              (place, upload, begins_at, size, key_id, kept, begun_at)
            values (:place, :upload, :beginsAt, :size, :keyId, false, :now)
            """)
        .param("place", part.place())
        .param("upload", id.value())
        .param("beginsAt", beginsAt)
        .param("size", size)
        .param("keyId", part.keyId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void setKept(String place) {
    jdbc.sql("update documents.upload_part set kept = true where place = :place")
        .param("place", place)
        .update();
  }

  void removePart(String place) {
    jdbc.sql("delete from documents.upload_part where place = :place")
        .param("place", place)
        .update();
  }

  /** In the order of the file. */
  List<StoredPart> listParts(UploadId id) {
    return jdbc.sql(
            """
            select place, key_id from documents.upload_part where upload = :id and kept
            order by begins_at
            """)
        .param("id", id.value())
        .query((row, number) -> part(row))
        .list();
  }

  /** All but those that somebody may be writing at this moment. */
  List<StoredPart> listPartsAtRest(UploadId id, Instant begunBefore) {
    return jdbc.sql(
            """
            select place, key_id from documents.upload_part
            where upload = :id and (kept or begun_at < :before)
            """)
        .param("id", id.value())
        .param("before", begunBefore.atOffset(ZoneOffset.UTC))
        .query((row, number) -> part(row))
        .list();
  }

  private static StoredPart part(ResultSet row) throws SQLException {
    return new StoredPart(row.getString("place"), row.getInt("key_id"));
  }

  private static UnfinishedUpload upload(ResultSet row) throws SQLException {
    var document = row.getObject("document", UUID.class);
    return new UnfinishedUpload(
        new UploadId(row.getObject("id", UUID.class)),
        row.getObject("owner", UUID.class),
        row.getString("subject"),
        row.getString("name"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getLong("received"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        document == null ? null : new DocumentId(document));
  }

  record Load(long files, long bytes) {}
}
