package org.motcua.exchange.electricity;

import java.util.List;
import java.util.Map;
import org.motcua.documents.StoredDocument;
import org.motcua.dossiers.Handover;

/**
 * A request for power as the company takes it. Its papers are named by the hash of their content,
 * and sent one by one afterwards: they may be large, and need not be sent again.
 */
record Application(
    String dossier,
    String service,
    String serviceName,
    String company,
    String submittedAt,
    Applicant applicant,
    List<Handover.Section> answers,
    Map<String, String> computed,
    List<Paper> papers) {

  record Applicant(String name, String phone) {}

  record Paper(String paper, String name, String mediaType, long size, String sha256) {

    static Paper of(String kind, StoredDocument document) {
      return new Paper(
          kind, document.name(), document.mediaType(), document.size(), document.sha256());
    }
  }

  static Application of(Handover handover, List<Paper> papers) {
    return new Application(
        handover.code().value(),
        handover.service(),
        handover.serviceName(),
        handover.agency(),
        handover.submittedAt().toString(),
        new Applicant(handover.applicant(), handover.phone()),
        handover.answers(),
        handover.computed(),
        papers);
  }
}
