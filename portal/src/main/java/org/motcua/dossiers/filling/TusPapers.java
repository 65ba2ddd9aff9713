package org.motcua.dossiers.filling;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.function.Function;
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
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * A paper's file in parts, by the protocol tus 1.0.0. It only brings the bytes here; what becomes
 * of them is decided when the upload is named instead of a file.
 */
@Component
public class TusPapers {

  /** The protocol's own status for a part that changed on its way. */
  private static final HttpStatusCode CHECKSUM_MISMATCH = HttpStatusCode.valueOf(460);

  private final PaperUploads papers;
  private final Uploads uploads;
  private final DataSize limit;

  TusPapers(PaperUploads papers, Uploads uploads, @Value("${motcua.upload-limit}") DataSize limit) {
    this.papers = papers;
    this.uploads = uploads;
    this.limit = limit;
  }

  /** Which paper of which dossier, and who sends it. */
  public record Sending(DossierId dossier, String paper, CurrentUser user) {}

  public ResponseEntity<Void> options() {
    return answer(HttpStatus.NO_CONTENT)
        .header("Tus-Version", TusHeaders.VERSION)
        .header("Tus-Max-Size", String.valueOf(limit.toBytes()))
        .header("Tus-Extension", "creation,checksum,expiration,termination")
        .header("Tus-Checksum-Algorithm", TusHeaders.CHECKSUMS)
        .build();
  }

  /**
   * @param under the address below which the upload is found
   */
  public ResponseEntity<Void> begin(Sending what, HttpHeaders headers, String under) {
    return read(headers, tus -> begin(what, tus, under));
  }

  private ResponseEntity<Void> begin(Sending what, TusHeaders tus, String under) {
    var subject = papers.subject(what.dossier(), what.user(), what.paper());
    if (subject.isEmpty()) return answer(HttpStatus.NOT_FOUND).build();
    var owner = PaperUploads.owner(what.user());
    return switch (uploads.begin(owner, subject.get(), tus.name(), tus.length(), tus.sha256())) {
      case Begun(var upload) ->
          answer(HttpStatus.CREATED, upload)
              .location(URI.create(under + "/" + upload.id()))
              .build();
      case TooLarge tooLarge -> answer(HttpStatus.CONTENT_TOO_LARGE).build();
      case TooMany tooMany -> answer(HttpStatus.TOO_MANY_REQUESTS).build();
    };
  }

  public ResponseEntity<Void> state(Sending what, UploadId upload, HttpHeaders headers) {
    return read(
        headers,
        tus ->
            papers
                .find(what.dossier(), what.user(), what.paper(), upload)
                .map(
                    there ->
                        answer(HttpStatus.OK, there)
                            .header("Upload-Length", String.valueOf(there.size()))
                            .<Void>build())
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND).build()));
  }

  public ResponseEntity<Void> append(
      Sending what, UploadId upload, HttpHeaders headers, InputStream content) {
    return read(headers, tus -> append(what, upload, tus, content));
  }

  private ResponseEntity<Void> append(
      Sending what, UploadId upload, TusHeaders tus, InputStream content) {
    if (!tus.isPart()) return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
    var there = papers.find(what.dossier(), what.user(), what.paper(), upload);
    if (there.isEmpty()) return answer(HttpStatus.NOT_FOUND).build();
    var owner = PaperUploads.owner(what.user());
    return switch (uploads.append(upload, owner, tus.offset(), content, tus.checksum())) {
      case Appended(var now) -> answer(HttpStatus.NO_CONTENT, now).build();
      case WrongOffset wrong -> answer(HttpStatus.CONFLICT).build();
      case TooMuch tooMuch -> answer(HttpStatus.CONTENT_TOO_LARGE).build();
      case Changed changed -> answer(CHECKSUM_MISMATCH).build();
      case NoSuchUpload none -> answer(HttpStatus.NOT_FOUND).build();
      case NoSpace full -> answer(HttpStatus.INSUFFICIENT_STORAGE).build();
    };
  }

  public ResponseEntity<Void> remove(Sending what, UploadId upload, HttpHeaders headers) {
    return read(
        headers,
        tus -> answer(remove(what, upload) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND).build());
  }

  /** False where there was none. */
  boolean remove(Sending what, UploadId upload) {
    var there = papers.find(what.dossier(), what.user(), what.paper(), upload);
    there.ifPresent(found -> uploads.remove(found.id(), PaperUploads.owner(what.user())));
    return there.isPresent();
  }

  private static ResponseEntity<Void> read(
      HttpHeaders headers, Function<TusHeaders, ResponseEntity<Void>> act) {
    try {
      return act.apply(new TusHeaders(headers));
    } catch (BadHeader bad) {
      return answer(bad.status()).header("Tus-Version", TusHeaders.VERSION).build();
    }
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
