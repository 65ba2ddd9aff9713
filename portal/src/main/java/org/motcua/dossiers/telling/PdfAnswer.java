package org.motcua.dossiers.telling;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that shows a paper made for the moment. */
public final class PdfAnswer {

  public static ResponseEntity<byte[]> named(String name, byte[] pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            "Content-Disposition", ContentDisposition.inline().filename(name).build().toString())
        .body(pdf);
  }

  private PdfAnswer() {}
}
