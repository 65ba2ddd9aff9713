package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Turns away a form whose files are too large before anything reads it: read by the search for the
 * CSRF token, it would look like a form without one.
 */
@Component
class UploadLimit {

  private final long request;
  private final DataSize file;

  UploadLimit(
      @Value("${spring.servlet.multipart.max-request-size}") DataSize request,
      @Value("${motcua.upload-limit}") DataSize file) {
    this.request = request.toBytes();
    this.file = file;
  }

  boolean exceededBy(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
        && request.getContentLengthLong() > this.request;
  }

  /** What one file may weigh, as people are told. */
  long megabytesPerFile() {
    return file.toMegabytes();
  }
}
