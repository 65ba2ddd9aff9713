package org.motcua.dossiers.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import org.motcua.documents.Documents;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineServices;
import org.springframework.stereotype.Component;

/**
 * What somebody signs, as a hash: the service's version, every answer that is asked for, and the
 * content of every paper.
 */
@Component
class SignedContent {

  private final OnlineServices services;
  private final Documents documents;

  SignedContent(OnlineServices services, Documents documents) {
    this.services = services;
    this.documents = documents;
  }

  byte[] of(Dossier dossier, LocalDate today) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var text = new StringBuilder();
    text.append(dossier.id()).append('\n').append(service.slug()).append(' ');
    text.append(dossier.service().version()).append('\n');
    text.append(service.form().withoutUnasked(dossier.answers(), today).toJson()).append('\n');
    dossier.attachments().stream()
        .sorted(
            Comparator.comparing(Attachment::paper)
                .thenComparing(paper -> paper.document().value()))
        .forEach(
            paper ->
                text.append(paper.paper())
                    .append(' ')
                    .append(documents.get(paper.document()).sha256())
                    .append('\n'));
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
