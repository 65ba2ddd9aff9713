package org.motcua.dossiers.filling;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.UUID;
import org.motcua.documents.AppendingOutcome.Appended;
import org.motcua.documents.AppendingOutcome.Changed;
import org.motcua.documents.AppendingOutcome.NoSpace;
import org.motcua.documents.AppendingOutcome.NoSuchUpload;
import org.motcua.documents.AppendingOutcome.TooMuch;
import org.motcua.documents.AppendingOutcome.WrongOffset;
import org.motcua.documents.BeginningOutcome.Begun;
import org.motcua.documents.BeginningOutcome.TooLarge;
import org.motcua.documents.BeginningOutcome.TooMany;
import org.motcua.documents.UnfinishedUpload;
import org.motcua.documents.UploadId;
import org.motcua.documents.Uploads;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.filling.TusHeaders.BadHeader;
import org.motcua.identity.CurrentUser;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A paper's file in parts, by the protocol tus 1.0.0. It only brings the bytes here; what becomes
 * of them is decided when the form is sent that names the upload instead of a file.
 */
@Controller
@RequestMapping("/my/dossiers/{id}/papers/{paper}/uploads")
class PaperUploadsController {

  /** The protocol's own status for a part that changed on its way. */
  private static final HttpStatusCode CHECKSUM_MISMATCH = HttpStatusCode.valueOf(460);

  private final PaperUploads papers;
  private final Uploads uploads;
  private final DataSize limit;

  PaperUploadsController(
      PaperUploads papers, Uploads uploads, @Value("${motcua.upload-limit}") DataSize limit) {
    this.papers = papers;
    this.uploads = uploads;
    this.limit = limit;
  }

  @RequestMapping(method = RequestMethod.OPTIONS)
  ResponseEntity<Void> options() {
    return answer(HttpStatus.NO_CONTENT)
        .header("Tus-Version", TusHeaders.VERSION)
        .header("Tus-Max-Size", String.valueOf(limit.toBytes()))
        .header("Tus-Extension", "creation,checksum,expiration,termination")
        .header("Tus-Checksum-Algorithm", TusHeaders.CHECKSUMS)
        .build();
  }

  @PostMapping
  ResponseEntity<Void> begin(
      @PathVariable UUID id,
      @PathVariable String paper,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal CurrentUser user) {
    var tus = new TusHeaders(headers);
    var subject = papers.subject(new DossierId(id), user, paper);
    if (subject.isEmpty()) return answer(HttpStatus.NOT_FOUND).build();
    var outcome =
        uploads.begin(
            PaperUploads.owner(user), subject.get(), tus.name(), tus.length(), tus.sha256());
    return switch (outcome) {
      case Begun(var upload) ->
          answer(HttpStatus.CREATED, upload)
              .location(
                  URI.create("/my/dossiers/" + id + "/papers/" + paper + "/uploads/" + upload.id()))
              .build();
      case TooLarge tooLarge -> answer(HttpStatus.CONTENT_TOO_LARGE).build();
      case TooMany tooMany -> answer(HttpStatus.TOO_MANY_REQUESTS).build();
    };
  }

  @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
  ResponseEntity<Void> state(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal CurrentUser user) {
    new TusHeaders(headers);
    return papers
        .find(new DossierId(id), user, paper, new UploadId(upload))
        .map(
            there ->
                answer(HttpStatus.OK, there)
                    .header("Upload-Length", String.valueOf(there.size()))
                    .<Void>build())
        .orElseGet(() -> answer(HttpStatus.NOT_FOUND).build());
  }

  @PatchMapping("/{upload}")
  ResponseEntity<Void> append(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      InputStream content,
      @AuthenticationPrincipal CurrentUser user) {
    var tus = new TusHeaders(headers);
    if (!tus.isPart()) return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
    var there = papers.find(new DossierId(id), user, paper, new UploadId(upload));
    if (there.isEmpty()) return answer(HttpStatus.NOT_FOUND).build();
    var outcome =
        uploads.append(
            there.get().id(), PaperUploads.owner(user), tus.offset(), content, tus.checksum());
    return switch (outcome) {
      case Appended(var now) -> answer(HttpStatus.NO_CONTENT, now).build();
      case WrongOffset wrong -> answer(HttpStatus.CONFLICT).build();
      case TooMuch tooMuch -> answer(HttpStatus.CONTENT_TOO_LARGE).build();
      case Changed changed -> answer(CHECKSUM_MISMATCH).build();
      case NoSuchUpload none -> answer(HttpStatus.NOT_FOUND).build();
      case NoSpace full -> answer(HttpStatus.INSUFFICIENT_STORAGE).build();
    };
  }

  @DeleteMapping("/{upload}")
  ResponseEntity<Void> remove(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @RequestHeader HttpHeaders headers,
      @AuthenticationPrincipal CurrentUser user) {
    new TusHeaders(headers);
    var there = papers.find(new DossierId(id), user, paper, new UploadId(upload));
    there.ifPresent(found -> uploads.remove(found.id(), PaperUploads.owner(user)));
    return answer(there.isPresent() ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND).build();
  }

  /** The same by a form, for a browser without JavaScript. */
  @PostMapping("/{upload}/removal")
  String removeByForm(
      @PathVariable UUID id,
      @PathVariable String paper,
      @PathVariable UUID upload,
      @AuthenticationPrincipal CurrentUser user) {
    papers
        .find(new DossierId(id), user, paper, new UploadId(upload))
        .ifPresent(found -> uploads.remove(found.id(), PaperUploads.owner(user)));
    return "redirect:/my/dossiers/" + id + "/papers#" + paper;
  }

  @ExceptionHandler
  ResponseEntity<Void> bad(BadHeader bad) {
    return answer(bad.status()).header("Tus-Version", TusHeaders.VERSION).build();
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status, UnfinishedUpload upload) {
    return answer(status)
        .header("Upload-Offset", String.valueOf(upload.received()))
        .header(
            "Upload-Expires",
            RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC)));
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatusCode status) {
    return ResponseEntity.status(status)
        .header(TusHeaders.RESUMABLE, TusHeaders.VERSION)
        .cacheControl(CacheControl.noStore());
  }
}
