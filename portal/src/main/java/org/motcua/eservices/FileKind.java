package org.motcua.eservices;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What kind of file a paper may be handed in as. */
public enum FileKind {
  PDF("application/pdf"),
  JPEG("image/jpeg"),
  PNG("image/png"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** What a paper is taken as unless its service says otherwise: what shows it as it is. */
  public static final Set<FileKind> USUAL = Collections.unmodifiableSet(EnumSet.of(PDF, JPEG, PNG));

  private final String mediaType;

  FileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }
}
