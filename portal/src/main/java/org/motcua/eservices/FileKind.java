package org.motcua.eservices;

/** What kind of file a paper may be handed in as. */
public enum FileKind {
  PDF("application/pdf"),
  JPEG("image/jpeg"),
  PNG("image/png");

  private final String mediaType;

  FileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }
}
