package org.motcua.catalogue.proposing.checking;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.platform.web.Page;

/**
 * Something about a proposal that stands against its publication.
 *
 * @param key its words are {@code catalogue.proposing.finding.<key>}; {@code {0}} is the field's
 *     label, the arguments follow
 * @param path of the field it is about, as in the form: {@code papers.0.papers.2.name}
 */
public record Finding(
    Severity severity, String key, Section section, String path, List<Object> arguments) {

  public enum Severity {
    /** Must be put right. */
    ERROR,
    /** May stand, if somebody says why. */
    WARNING
  }

  static Finding error(String key, Section section, String path, Object... arguments) {
    return new Finding(Severity.ERROR, key, section, path, List.of(arguments));
  }

  static Finding warning(String key, Section section, String path, Object... arguments) {
    return new Finding(Severity.WARNING, key, section, path, List.of(arguments));
  }

  /** That very text holds on that day anyway. */
  public static Finding unchanged() {
    return error("unchanged", Section.NAMES, "name");
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Under which the answer to a warning is kept. */
  public String id() {
    return key + "@" + path;
  }

  /** The id of the element that it is about. */
  public String fieldId() {
    return path.replace('.', '-');
  }

  public String words(Page page) {
    var label = page.t("catalogue.proposing.field." + labelPath(path));
    var all = Stream.concat(Stream.of(label), arguments.stream());
    return page.t("catalogue.proposing.finding." + key, all.toArray());
  }

  /** Which row it is does not matter to the label. */
  public static String labelPath(String path) {
    return Stream.of(path.split("\\."))
        .filter(part -> !Character.isDigit(part.charAt(0)))
        .collect(Collectors.joining("."));
  }
}
