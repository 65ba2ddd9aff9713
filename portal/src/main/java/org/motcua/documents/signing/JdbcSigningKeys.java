package org.motcua.documents.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.secrets.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys lie sealed in the database, so that every node signs with the same. */
@Repository
class JdbcSigningKeys {

  private final JdbcClient jdbc;
  private final Vault vault;

  JdbcSigningKeys(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** Whoever makes a key holds this until it is committed; the others then find it. */
  void lock() {
    jdbc.sql("lock table documents.signing_key in exclusive mode").update();
  }

  Optional<SigningKey> findRoot() {
    return jdbc.sql(
            "select sealed_key, certificate from documents.signing_key where agency is null")
        .query((row, number) -> open(row))
        .optional();
  }

  Optional<SigningKey> findNewest(AgencyId agency) {
    return jdbc.sql(
            """
            select sealed_key, certificate from documents.signing_key
            where agency = :agency order by valid_until desc limit 1
            """)
        .param("agency", agency.value())
        .query((row, number) -> open(row))
        .optional();
  }

  /** Null stands for the root. */
  void insert(@Nullable AgencyId agency, SigningKey key, Instant now) {
    jdbc.sql(
            """
            insert into documents.signing_key (id, agency, sealed_key, certificate, valid_until, created_at)
            values (:id, :agency, :sealed, :certificate, :validUntil, :now)
            """)
        .param("id", NewId.next())
        .param("agency", agency == null ? null : agency.value())
        .param("sealed", vault.seal(key.key().getEncoded()))
        .param("certificate", encoded(key.certificate()))
        .param("validUntil", key.validUntil().atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private SigningKey open(ResultSet row) throws SQLException {
    try {
      var key = new PKCS8EncodedKeySpec(vault.open(row.getBytes("sealed_key")));
      var certificate = new ByteArrayInputStream(row.getBytes("certificate"));
      return new SigningKey(
          KeyFactory.getInstance("EC").generatePrivate(key),
          (X509Certificate)
              CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A signing key in the database is damaged", e);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
