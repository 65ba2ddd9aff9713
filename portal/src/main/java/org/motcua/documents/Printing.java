package org.motcua.documents;

import java.util.List;
import java.util.Map;

/**
 * Turns pages into papers: tagged PDF/A with Vietnamese fonts inside, readable in fifty years.
 *
 * <p>The frame of an official document is the template {@code documents/printing/official.jte}; a
 * module writes its body and gives {@link OfficialPaper}.
 */
public interface Printing {

  /** The text of a template of {@code src/main/jte}, such as {@code dossiers/printing/receipt}. */
  String html(String template, Map<String, Object> parameters);

  /**
   * @param html a whole, well-formed XHTML document; pictures only as {@code data:} addresses,
   *     nothing is fetched
   */
  byte[] pdf(String html);

  /** Several papers as one, to be printed in one go. */
  byte[] together(List<byte[]> papers);
}
