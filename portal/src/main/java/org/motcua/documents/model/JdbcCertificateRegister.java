package org.motcua.documents.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.Certificate.Standing;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Fact;
import org.motcua.documents.VerificationCode;
import org.motcua.organisation.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcCertificateRegister implements CertificateRegister {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcCertificateRegister(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void lockSubject(String subject) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 1))::text")
        .param("subject", "documents.certificate:" + subject)
        .query(String.class)
        .single();
  }

  @Override
  public void insert(Certificate certificate) {
    jdbc.sql(
            """
            insert into documents.certificate
              (code, subject, number, title, issuer, issuer_name, signer_name, signer_title, facts,
               valid_from, valid_until, document, sha256, issued_at)
            values
              (:code, :subject, :number, :title::jsonb, :issuer, :issuerName, :signerName, :signerTitle,
               :facts::jsonb, :validFrom, :validUntil, :document, :sha256, :issuedAt)
            """)
        .param("code", certificate.code().value())
        .param("subject", certificate.subject())
        .param("number", certificate.number())
        .param("title", json.writeValueAsString(certificate.title()))
        .param("issuer", certificate.issuer().value())
        .param("issuerName", certificate.issuerName())
        .param("signerName", certificate.signerName())
        .param("signerTitle", certificate.signerTitle())
        .param("facts", json.writeValueAsString(certificate.facts()))
        .param("validFrom", certificate.validFrom())
        .param("validUntil", certificate.validUntil())
        .param("document", certificate.document().value())
        .param("sha256", certificate.sha256())
        .param("issuedAt", certificate.issuedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public Optional<Certificate> find(VerificationCode code) {
    return findWhere("code = :value", code.value());
  }

  @Override
  public Optional<Certificate> findBySubject(String subject) {
    return findWhere("subject = :value", subject);
  }

  @Override
  public Optional<Certificate> findByContent(String sha256) {
    return findWhere("sha256 = :value", sha256);
  }

  private Optional<Certificate> findWhere(String condition, String value) {
    return jdbc.sql("select * from documents.certificate where " + condition)
        .param("value", value)
        .query((row, number) -> certificate(row))
        .optional();
  }

  @Override
  public boolean revoke(
      VerificationCode code,
      Instant since,
      Bilingual reason,
      @Nullable VerificationCode replacedBy) {
    return jdbc.sql(
                """
                update documents.certificate
                   set revoked_at = :since, revoked_because = :reason::jsonb,
                       replaced_by = :replacedBy
                where code = :code and revoked_at is null
                """)
            .param("code", code.value())
            .param("since", since.atOffset(ZoneOffset.UTC))
            .param("reason", json.writeValueAsString(reason))
            .param("replacedBy", replacedBy == null ? null : replacedBy.value())
            .update()
        == 1;
  }

  private Certificate certificate(ResultSet row) throws SQLException {
    return new Certificate(
        new VerificationCode(row.getString("code")),
        row.getString("subject"),
        row.getString("number"),
        json.readValue(row.getString("title"), Bilingual.class),
        new AgencyId(row.getString("issuer")),
        row.getString("issuer_name"),
        row.getString("signer_name"),
        row.getString("signer_title"),
        List.of(json.readValue(row.getString("facts"), Fact[].class)),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        new DocumentId(row.getObject("document", UUID.class)),
        row.getString("sha256"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        standing(row));
  }

  private Standing standing(ResultSet row) throws SQLException {
    var since = row.getObject("revoked_at", OffsetDateTime.class);
    var replacedBy = row.getString("replaced_by");
    return since == null
        ? new Standing.Valid()
        : new Standing.Revoked(
            since.toInstant(),
            json.readValue(row.getString("revoked_because"), Bilingual.class),
            replacedBy == null ? null : new VerificationCode(replacedBy));
  }
}
