package org.motcua.dossiers.filling;

import java.io.InputStream;
import java.util.UUID;
import org.motcua.documents.UploadId;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.filling.TusPapers.Sending;
import org.motcua.identity.CurrentUser;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Where a browser sends a paper's file in parts. */
@Controller
@RequestMapping("/my/dossiers/{id}/papers/{paper}/uploads")
class PaperUploadsController {

  private final TusPapers tus;

  PaperUploadsController(TusPapers tus) {
    this.tus = tus;
  }

  @RequestMapping(method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options() {
    return tus.options();
  }

  @PostMapping
  ResponseEntity<Void> begin(
      @PathVariable UUID id,
      @PathVariable String paper,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal CurrentUser user) {
    var here = "/my/dossiers/" + id + "/papers/" + paper + "/uploads";
    return tus.begin(sending(id, paper, user), headers, here);
  }

  @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
  ResponseEntity<Void> state(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal CurrentUser user) {
    return tus.state(sending(id, paper, user), new UploadId(upload), headers);
  }

  @PatchMapping("/{upload}")
  ResponseEntity<Void> append(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      InputStream content,
      @AuthenticationPrincipal CurrentUser user) {
    return tus.append(sending(id, paper, user), new UploadId(upload), headers, content);
  }

  @DeleteMapping("/{upload}")
  ResponseEntity<Void> remove(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal CurrentUser user) {
    return tus.remove(sending(id, paper, user), new UploadId(upload), headers);
  }

  /** The same by a form, for a browser without JavaScript. */
  @PostMapping("/{upload}/removal")
  String removeByForm(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @AuthenticationPrincipal CurrentUser user) {
    tus.remove(sending(id, paper, user), new UploadId(upload));
    return "redirect:/my/dossiers/" + id + "/papers#" + paper;
  }

  private static Sending sending(UUID dossier, String paper, CurrentUser user) {
    return new Sending(new DossierId(dossier), paper, user);
  }
}
