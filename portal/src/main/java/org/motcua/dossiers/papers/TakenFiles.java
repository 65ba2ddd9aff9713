package org.motcua.dossiers.papers;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.model.Attachment;

/** Which files of a dossier came out of a store, and what they are there. */
public record TakenFiles(Map<DocumentId, Origin> origins) {

  public TakenFiles {
    origins = Map.copyOf(origins);
  }

  /**
   * @param source who has issued it, or that its owner has uploaded it
   * @param verification code by which anyone can verify what an agency has issued
   * @param expired since when it does not hold any more
   */
  public record Origin(
      String source, @Nullable String verification, @Nullable String expired, boolean revoked) {}

  public @Nullable Origin of(Attachment file) {
    return origins.get(file.document());
  }
}
