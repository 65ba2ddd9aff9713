package org.motcua.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.motcua.documents.DocumentId;
import org.motcua.eservices.OutsideBody;

/**
 * A submitted dossier as it is handed over to somebody outside, in Vietnamese and as people read
 * it.
 *
 * @param agency the body that receives it, by its name
 * @param computed what the form reckons from the answers, by its ids
 */
public record Handover(
    DossierId id,
    DossierCode code,
    OutsideBody to,
    String service,
    String serviceName,
    String agency,
    String applicant,
    String phone,
    Instant submittedAt,
    List<Section> answers,
    Map<String, String> computed,
    List<Paper> papers) {

  public Handover {
    answers = List.copyOf(answers);
    computed = Map.copyOf(computed);
    papers = List.copyOf(papers);
  }

  public record Section(String title, List<Row> rows, List<Table> tables) {

    public Section {
      rows = List.copyOf(rows);
      tables = List.copyOf(tables);
    }
  }

  public record Row(String question, String name, String value) {}

  public record Table(String name, List<String> columns, List<List<String>> rows) {}

  /**
   * @param kind which of the papers that the service asks for, or which question it answers
   */
  public record Paper(String kind, DocumentId document) {}
}
