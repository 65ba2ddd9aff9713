package org.motcua.documents;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as somebody sent it. Nothing here is to be believed before {@link Documents#store} has
 * looked at the content.
 *
 * @param sender as the audit trail names who acts; asked for when a file is infected
 * @param sha256 what the content hashes to, if its sender says so; anything else is damaged
 */
public record Upload(
    String name,
    @Nullable String declaredType,
    InputStreamSource content,
    long size,
    @Nullable String sender,
    @Nullable String sha256) {

  public Upload(String name, @Nullable String declaredType, InputStreamSource content, long size) {
    this(name, declaredType, content, size, null, null);
  }

  public static Upload of(MultipartFile file) {
    var name = file.getOriginalFilename();
    return new Upload(name == null ? "" : name, file.getContentType(), file, file.getSize());
  }

  /**
   * @param actor such as {@code account:<id>}
   */
  public Upload by(String actor) {
    return new Upload(name, declaredType, content, size, actor, sha256);
  }

  /** The sender has told beforehand what its content will hash to. */
  public Upload hashing(@Nullable String expected) {
    return new Upload(name, declaredType, content, size, sender, expected);
  }
}
