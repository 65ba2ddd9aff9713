package org.motcua.simulators.outside.electricity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;

/**
 * What a portal hands over: who wants power, what he answered, as people read it, and which papers
 * belong to it. The papers themselves are sent one by one afterwards.
 *
 * @param dossier the portal's code: by it the same application is known again
 * @param computed values that the portal computed of the answers, such as {@code load.watts}
 */
public record Application(
    String dossier,
    String service,
    String serviceName,
    String company,
    Applicant applicant,
    List<Section> answers,
    Map<String, String> computed,
    List<Paper> papers) {

  private static final int LONGEST = 300;
  private static final int MOST = 500;

  /** Fields that a sender leaves out are told by their names. */
  static Application of(Sent sent) {
    var applicant = sent.applicant();
    if (applicant == null) throw new BadInput("The field 'applicant' is missing");
    var papers = bounded("papers", sent.papers());
    papers.forEach(Paper::check);
    return new Application(
        BadInput.unlessGiven("dossier", sent.dossier(), LONGEST),
        BadInput.unlessGiven("service", sent.service(), LONGEST),
        BadInput.unlessGiven("serviceName", sent.serviceName(), LONGEST),
        BadInput.unlessGiven("company", sent.company(), LONGEST),
        new Applicant(
            BadInput.unlessGiven("applicant.name", applicant.name(), LONGEST),
            BadInput.unlessGiven("applicant.phone", applicant.phone(), LONGEST)),
        bounded("answers", sent.answers()),
        sent.computed() == null ? Map.of() : Map.copyOf(sent.computed()),
        papers);
  }

  private static <T> List<T> bounded(String field, @Nullable List<T> list) {
    if (list == null) throw new BadInput("The field '" + field + "' is missing");
    if (list.size() > MOST) throw new BadInput("The field '%s' is too long".formatted(field));
    return List.copyOf(list);
  }

  /** As it comes in: anything may be missing. */
  record Sent(
      @Nullable String dossier,
      @Nullable String service,
      @Nullable String serviceName,
      @Nullable String company,
      @Nullable Applicant applicant,
      @Nullable List<Section> answers,
      @Nullable Map<String, String> computed,
      @Nullable List<Paper> papers) {}

  public record Applicant(String name, String phone) {}

  public record Section(String title, List<Row> rows, List<Table> tables) {
    public Section {
      rows = List.copyOf(rows);
      tables = List.copyOf(tables);
    }
  }

  public record Row(String name, String value) {}

  public record Table(String name, List<String> columns, List<List<String>> rows) {}

  /**
   * @param paper which of the papers asked for, in words
   * @param sha256 of the content, lower-case hexadecimal
   */
  public record Paper(String paper, String name, String mediaType, long size, String sha256) {

    void check() {
      BadInput.unlessGiven("papers.name", name, LONGEST);
      BadInput.unlessGiven("papers.mediaType", mediaType, LONGEST);
      PaperFiles.unlessHash(sha256);
    }
  }
}
