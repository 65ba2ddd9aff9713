package org.motcua.dossiers.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Signing;
import org.motcua.forms.Summary;
import org.motcua.platform.web.ui.FieldError;

/**
 * Another's application as one is to sign it.
 *
 * @param role as what one signs: "Cha hoặc mẹ còn lại"
 * @param signedAt when one has, and nothing was changed since
 * @param refusal when one has declined, also if it is being changed since
 * @param toSign the application; null where there is nothing to be signed now
 * @param why what he has typed to decline, if that was not taken
 */
public record SigningView(
    Dossier dossier,
    String service,
    String role,
    @Nullable Instant signedAt,
    Signing.@Nullable Refusal refusal,
    @Nullable ToSign toSign,
    String why,
    List<FieldError> errors) {

  /**
   * @param content the hash of what is shown here, which is what will be signed
   */
  public record ToSign(
      Summary summary, List<PaperFiles> papers, String declaration, String content) {}

  /** What is wrong with the words by which he declines; null: nothing. */
  public @Nullable String wrongWords() {
    return errors.stream()
        .filter(error -> error.fieldId().equals("why"))
        .map(FieldError::text)
        .findFirst()
        .orElse(null);
  }

  /** A paper that belongs to the application, and its files. */
  public record PaperFiles(String name, List<Attachment> files) {}
}
