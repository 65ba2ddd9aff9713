package org.motcua.documents;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that hands a file to somebody whom the caller has found entitled to it. */
public final class Download {

  /** To be saved under its own name, Vietnamese letters included. */
  public static ResponseEntity<Resource> attachment(StoredDocument document, Resource content) {
    return answer(ContentDisposition.attachment(), document, content);
  }

  /** To be looked at in the browser, if browsers can show it. */
  public static ResponseEntity<Resource> inline(StoredDocument document, Resource content) {
    if (!shown(document)) return attachment(document, content);
    return answer(ContentDisposition.inline(), document, content);
  }

  private static boolean shown(StoredDocument document) {
    return document.picture() || document.mediaType().equals("application/pdf");
  }

  private static ResponseEntity<Resource> answer(
      ContentDisposition.Builder disposition, StoredDocument document, Resource content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .contentLength(document.size())
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", named(disposition, document).toString())
        .body(content);
  }

  private static ContentDisposition named(
      ContentDisposition.Builder disposition, StoredDocument document) {
    return disposition.filename(document.name(), StandardCharsets.UTF_8).build();
  }

  private Download() {}
}
