package org.motcua.dossiers.filling;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.UnfinishedUpload;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.FileKind;
import org.motcua.eservices.Paper;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.FieldError;

/**
 * The papers of an application: what is asked, what is there.
 *
 * @param megabytes what one file may weigh
 * @param limited whether only what an agency has named may be changed
 */
public record PapersView(
    Dossier dossier, String service, long megabytes, boolean limited, List<Row> rows) {

  public List<FieldError> errors() {
    return rows.stream()
        .filter(row -> row.error() != null)
        .map(row -> new FieldError("file-" + row.id(), row.error() == null ? "" : row.error()))
        .toList();
  }

  /**
   * One paper.
   *
   * @param accept media types, as a file input takes them
   * @param kinds the same in words people know
   * @param most so many files are taken
   * @param unfinished what this person has begun to send in parts
   * @param asked what an officer asks about it
   * @param fixed whether its files stay as they were handed in
   */
  public record Row(
      String id,
      String name,
      @Nullable String hint,
      boolean required,
      String accept,
      String kinds,
      int most,
      boolean full,
      List<Attachment> files,
      List<UnfinishedUpload> unfinished,
      @Nullable String error,
      List<String> asked,
      boolean fixed) {

    static String kinds(Paper paper) {
      return paper.accepts().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    static Row of(
        Paper paper,
        List<Attachment> files,
        List<UnfinishedUpload> unfinished,
        @Nullable String error,
        List<AdditionRequest.Point> points,
        boolean fixed,
        Language language) {
      return new Row(
          paper.id(),
          paper.name().in(language),
          paper.hint() == null ? null : paper.hint().in(language),
          paper.required(),
          paper.accepts().stream()
              .map(FileKind::mediaType)
              .sorted()
              .collect(Collectors.joining(",")),
          kinds(paper),
          paper.maxFiles(),
          files.size() >= paper.maxFiles(),
          files,
          unfinished,
          error,
          points.stream()
              .filter(point -> point.aboutPaper(paper.id()))
              .map(AdditionRequest.Point::text)
              .toList(),
          fixed);
    }
  }
}
