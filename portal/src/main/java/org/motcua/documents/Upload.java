package org.motcua.documents;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as somebody sent it. Nothing here is to be believed before {@link Documents#store} has
 * looked at the content.
 */
public record Upload(
    String name, @Nullable String declaredType, InputStreamSource content, long size) {

  public static Upload of(MultipartFile file) {
    var name = file.getOriginalFilename();
    return new Upload(name == null ? "" : name, file.getContentType(), file, file.getSize());
  }
}
