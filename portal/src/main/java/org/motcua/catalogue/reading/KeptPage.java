package org.motcua.catalogue.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * One answer, ready to be sent again. Zipped, as nearly every browser takes it: so four times as
 * many are kept.
 *
 * @param headers all but those of the one request
 */
record KeptPage(
    Map<String, List<String>> headers, String contentType, @Nullable String tag, byte[] zipped) {

  static KeptPage of(
      Map<String, List<String>> headers, String contentType, @Nullable String tag, byte[] body) {
    return new KeptPage(headers, contentType, tag, zip(body));
  }

  int size() {
    return zipped.length;
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    if (tag != null && tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatus(HttpStatus.NOT_MODIFIED.value());
      return;
    }
    response.setContentType(contentType);
    var zip = takesZipped(request);
    if (zip) response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    var body = zip ? zipped : unzip(zipped);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(body);
  }

  private static boolean takesZipped(HttpServletRequest request) {
    var taken = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return taken != null && taken.contains("gzip");
  }

  private static byte[] zip(byte[] body) {
    var bytes = new ByteArrayOutputStream(body.length / 3);
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] unzip(byte[] zipped) throws IOException {
    try (var body = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return body.readAllBytes();
    }
  }
}
