package org.motcua.identity.certificates;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a page needs that has a text signed; see {@code certificates/signing.jte}. */
@Component
class SigningTool {

  private final ProofByCertificate proofs;
  private final @Nullable String demoTool;

  SigningTool(
      ProofByCertificate proofs,
      @Value("${motcua.demo}") boolean demo,
      @Value("${motcua.outside-url}") String outside) {
    this.proofs = proofs;
    this.demoTool = demo ? outside + "/ca/sign" : null;
  }

  void describe(
      Model model, Statement statement, String asked, String download, @Nullable String error) {
    model.addAttribute(
        "signing",
        new Signing(asked, proofs.text(statement, asked).orElseThrow(), download, demoTool, error));
    model.addAttribute("offered", proofs.offered());
  }

  /** Byte for byte what is shown. */
  static ResponseEntity<String> download(Optional<String> text) {
    if (text.isEmpty()) return ResponseEntity.notFound().build();
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("mot-cua.txt").build().toString())
        .body(text.get());
  }
}
