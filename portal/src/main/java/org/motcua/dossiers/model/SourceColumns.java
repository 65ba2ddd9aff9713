package org.motcua.dossiers.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.organisation.AgencyId;

/** A paper's source as two tables have it. */
record SourceColumns(String name, @Nullable String issuer, @Nullable String verificationCode) {

  private static final String UPLOADED = "UPLOADED";
  private static final String FILED = "FILED";
  private static final String ISSUED = "ISSUED";

  static SourceColumns of(PaperSource source) {
    return switch (source) {
      case PaperSource.Uploaded none -> new SourceColumns(UPLOADED, null, null);
      case PaperSource.Filed filed -> new SourceColumns(FILED, null, null);
      case PaperSource.Issued issued ->
          new SourceColumns(ISSUED, issued.issuer().value(), issued.verificationCode());
    };
  }

  /**
   * @param dossier null where the table does not say; what was filed is then as good as uploaded
   */
  static PaperSource source(ResultSet row, @Nullable DossierId dossier) throws SQLException {
    return switch (row.getString("source")) {
      case ISSUED ->
          new PaperSource.Issued(
              dossier,
              new AgencyId(Objects.requireNonNull(row.getString("issuer"))),
              Objects.requireNonNull(row.getString("verification_code")));
      case FILED -> dossier == null ? new PaperSource.Uploaded() : new PaperSource.Filed(dossier);
      default -> new PaperSource.Uploaded();
    };
  }
}
