package org.motcua.documents.storing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people may upload. */
enum FileType {
  PDF("application/pdf", "pdf", Set.of("pdf")),
  JPEG("image/jpeg", "jpg", Set.of("jpg", "jpeg", "jpe", "jfif")),
  PNG("image/png", "png", Set.of("png")),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx",
      Set.of("docx")),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", Set.of("xlsx"));

  private final String mediaType;
  private final String extension;
  private final Set<String> extensions;

  FileType(String mediaType, String extension, Set<String> extensions) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.extensions = extensions;
  }

  boolean picture() {
    return this == JPEG || this == PNG;
  }

  String mediaType() {
    return mediaType;
  }

  String extension() {
    return extension;
  }

  boolean isWrittenWith(String someExtension) {
    return extensions.contains(someExtension.toLowerCase(Locale.ROOT));
  }

  static Optional<FileType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  static boolean isAcceptedExtension(String extension) {
    return Arrays.stream(values()).anyMatch(type -> type.isWrittenWith(extension));
  }
}
