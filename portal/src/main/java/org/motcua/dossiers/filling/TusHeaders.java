package org.motcua.dossiers.filling;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Uploads.Digest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What a sender of parts says of them, read strictly. */
final class TusHeaders {

  static final String RESUMABLE = "Tus-Resumable";
  static final String VERSION = "1.0.0";
  static final String CHECKSUMS = "sha1,sha256";

  private static final int LONGEST_NAME = 500;

  private final HttpHeaders headers;

  TusHeaders(HttpHeaders headers) {
    this.headers = headers;
    if (!VERSION.equals(headers.getFirst(RESUMABLE))) {
      throw new BadHeader(HttpStatus.PRECONDITION_FAILED);
    }
  }

  boolean isPart() {
    var type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    return type != null && type.split(";", 2)[0].strip().equals("application/offset+octet-stream");
  }

  /** Of the whole file. */
  long length() {
    return number("Upload-Length");
  }

  long offset() {
    return number("Upload-Offset");
  }

  String name() {
    var name = metadata("filename").orElse("");
    return name.substring(0, Math.min(LONGEST_NAME, name.length())).replace("\0", "");
  }

  /** Of the whole file; a name of our own, which other senders leave out. */
  @Nullable String sha256() {
    return metadata("sha256").filter(value -> value.matches("[0-9a-f]{64}")).orElse(null);
  }

  /** Of the part. */
  @Nullable Digest checksum() {
    var said = headers.getFirst("Upload-Checksum");
    if (said == null) return null;
    var words = said.strip().split(" ", 2);
    if (words.length < 2) throw bad();
    return switch (words[0]) {
      case "sha1" -> new Digest("SHA-1", decoded(words[1]));
      case "sha256" -> new Digest("SHA-256", decoded(words[1]));
      default -> throw bad();
    };
  }

  private long number(String name) {
    var said = headers.getFirst(name);
    if (said == null || !said.matches("[0-9]{1,15}")) throw bad();
    return Long.parseLong(said);
  }

  private Optional<String> metadata(String key) {
    var said = headers.getFirst("Upload-Metadata");
    if (said == null) return Optional.empty();
    return Arrays.stream(said.split(","))
        .map(pair -> pair.strip().split(" ", 2))
        .filter(pair -> pair[0].equals(key) && pair.length == 2)
        .map(pair -> new String(decoded(pair[1]), StandardCharsets.UTF_8))
        .findFirst();
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private static BadHeader bad() {
    return new BadHeader(HttpStatus.BAD_REQUEST);
  }

  /** Answered by the controller: not a fault of ours. */
  static final class BadHeader extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    BadHeader(HttpStatus status) {
      this.status = status;
    }

    HttpStatus status() {
      return status;
    }
  }
}
