package org.motcua.identity.certificates;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository("identityCertificates")
class Certificates {

  private final JdbcClient jdbc;

  Certificates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that open the account. */
  List<Certificate> listOf(AccountId account) {
    return jdbc.sql(
            """
            select * from identity.certificate
            where account_id = :account and removed_at is null order by added_at, id
            """)
        .param("account", account.value())
        .query((row, number) -> certificate(row))
        .list();
  }

  Optional<Certificate> find(AccountId account, UUID id) {
    return jdbc.sql(
            """
            select * from identity.certificate
            where id = :id and account_id = :account and removed_at is null
            """)
        .param("id", id)
        .param("account", account.value())
        .query((row, number) -> certificate(row))
        .optional();
  }

  Optional<Certificate> find(X509Certificate certificate) {
    return jdbc.sql("select * from identity.certificate where fingerprint = :fingerprint")
        .param("fingerprint", fingerprint(certificate))
        .query((row, number) -> certificate(row))
        .optional();
  }

  /** Whether known before or not, from here on it is this account's. */
  void put(AccountId account, X509Certificate certificate, Instant now) {
    jdbc.sql(
            """
            insert into identity.certificate
              (id, account_id, fingerprint, subject, issuer, serial, not_after, added_at)
            values (:id, :account, :fingerprint, :subject, :issuer, :serial, :notAfter, :now)
            on conflict (fingerprint) do update set
              account_id = :account, added_at = :now, last_used_at = null, removed_at = null
            """)
        .param("id", NewId.next())
        .param("account", account.value())
        .param("fingerprint", fingerprint(certificate))
        .param("subject", name(certificate.getSubjectX500Principal()))
        .param("issuer", name(certificate.getIssuerX500Principal()))
        .param("serial", certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT))
        .param("notAfter", at(certificate.getNotAfter().toInstant()))
        .param("now", at(now))
        .update();
  }

  void used(X509Certificate certificate, Instant now) {
    jdbc.sql("update identity.certificate set last_used_at = :now where fingerprint = :fingerprint")
        .param("now", at(now))
        .param("fingerprint", fingerprint(certificate))
        .update();
  }

  boolean remove(AccountId account, UUID id, Instant now) {
    return jdbc.sql(
                """
                update identity.certificate set removed_at = :now
                where id = :id and account_id = :account and removed_at is null
                """)
            .param("now", at(now))
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }

  /** As people call it: the common name, else all of it. */
  static String name(X500Principal principal) {
    return new Subject(principal).find(BCStyle.CN).orElseGet(principal::getName);
  }

  private static byte[] fingerprint(X509Certificate certificate) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("Every Java has SHA-256, every certificate its bytes", e);
    }
  }

  private static Certificate certificate(ResultSet row) throws SQLException {
    return new Certificate(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("subject"),
        row.getString("issuer"),
        row.getString("serial"),
        row.getObject("not_after", OffsetDateTime.class).toInstant(),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)),
        instant(row.getObject("removed_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
