package org.motcua.identity.certificates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.platform.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * A page that has a text signed: {@link #show} when it is opened and after each refusal, {@link
 * #read} when the signature comes. The page includes {@code certificates/signing.jte}.
 */
@Component
public class SigningTool {

  private final ProofByCertificate proofs;
  private final @Nullable String demoTool;

  SigningTool(
      ProofByCertificate proofs,
      @Value("${motcua.demo}") boolean demo,
      @Value("${motcua.outside-url}") String outside) {
    this.proofs = proofs;
    this.demoTool = demo ? outside + "/ca/sign" : null;
  }

  /** Whether this installation trusts any authority. */
  public boolean offered() {
    return proofs.offered();
  }

  /**
   * @param subject whose signature is wanted; null where only the signature will tell
   * @param page the address below which the text can be had as a file
   * @param error why the signature before was not taken
   */
  public void show(
      Model model,
      Statement statement,
      @Nullable AccountId subject,
      String page,
      @Nullable String error,
      HttpServletRequest request,
      HttpServletResponse response) {
    var asked = proofs.ask(statement, subject, request, response);
    var text = proofs.text(statement, asked).orElseThrow();
    model.addAttribute(
        "signing", new Signing(asked, text, page + "/text/" + asked, demoTool, error));
    model.addAttribute("offered", proofs.offered());
  }

  /** Who has signed, or why that cannot be said. */
  public sealed interface Answer {
    record Proven(CertificateProof.Good proof) implements Answer {}

    record Refused(String why) implements Answer {}
  }

  public Answer read(
      Statement statement,
      @Nullable AccountId subject,
      SignatureSent sent,
      Page page,
      HttpServletRequest request) {
    if (sent.empty()) return new Answer.Refused(page.t("identity.certificates.wrong.missing"));
    var proof = proofs.check(statement, subject, sent.asked(), sent.bytes(), request);
    return proof instanceof CertificateProof.Good good
        ? new Answer.Proven(good)
        : new Answer.Refused(ProofWords.of(page, proof));
  }

  /** Byte for byte what is shown. */
  public ResponseEntity<String> download(Statement statement, String asked) {
    return proofs
        .text(statement, asked)
        .map(SigningTool::file)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<String> file(String text) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("mot-cua.txt").build().toString())
        .body(text);
  }
}
