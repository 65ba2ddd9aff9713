package org.motcua.dossiers.papers;

import org.jspecify.annotations.Nullable;

/**
 * A paper of a store as people read it.
 *
 * @param source who has issued it, or how it came here
 * @param validUntil the last day on which it holds; null: nobody has said
 * @param revoked its agency has taken it back
 * @param file the name and kind of its file
 * @param dossier address of the dossier it came with, if that is still there for this reader
 * @param verification code by which anyone can verify what an agency has issued
 */
public record PaperView(
    String id,
    String name,
    String kind,
    boolean issued,
    String source,
    String added,
    @Nullable String validUntil,
    boolean expired,
    boolean revoked,
    String file,
    String size,
    @Nullable String dossier,
    @Nullable String dossierName,
    @Nullable String verification) {

  public String address() {
    return "/my/papers/" + id;
  }

  public String content() {
    return address() + "/file";
  }
}
