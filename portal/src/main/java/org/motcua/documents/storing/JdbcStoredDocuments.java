package org.motcua.documents.storing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.motcua.documents.DocumentId;
import org.motcua.documents.StoredDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStoredDocuments {

  private final JdbcClient jdbc;

  JdbcStoredDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(StoredDocument document) {
    jdbc.sql(
            """
            insert into documents.stored_document (id, sha256, size, media_type, name, created_at)
            values (:id, :sha256, :size, :mediaType, :name, :createdAt)
            """)
        .param("id", document.id().value())
        .param("sha256", document.sha256())
        .param("size", document.size())
        .param("mediaType", document.mediaType())
        .param("name", document.name())
        .param("createdAt", document.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<StoredDocument> find(DocumentId id) {
    return jdbc.sql("select * from documents.stored_document where id = :id")
        .param("id", id.value())
        .query((row, number) -> document(row))
        .optional();
  }

  boolean remove(DocumentId id) {
    return jdbc.sql("delete from documents.stored_document where id = :id")
            .param("id", id.value())
            .update()
        == 1;
  }

  private static StoredDocument document(ResultSet row) throws SQLException {
    return new StoredDocument(
        new DocumentId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
