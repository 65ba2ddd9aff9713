package org.motcua.exchange.electricity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.motcua.dossiers.OutsideStep;
import org.motcua.platform.calling.Caller;
import org.motcua.platform.calling.OutOfOrder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The company's HTTP interface. Whatever is sent may be sent again: the company knows an
 * application by its dossier's code and a paper by its hash.
 */
@Component
class ElectricityCompany {

  static final String WHO = "The electricity company";

  private final Caller caller;
  private final String requests;
  private final Duration patience;
  private final Duration patienceWithPapers;

  ElectricityCompany(
      JsonMapper json,
      @Value("${motcua.exchange.electricity.url}") String url,
      @Value("${motcua.exchange.electricity.patience}") Duration patience,
      @Value("${motcua.exchange.electricity.patience-with-papers}") Duration patienceWithPapers) {
    this.caller = new Caller(WHO, json);
    this.requests = url + "/requests";
    this.patience = patience;
    this.patienceWithPapers = patienceWithPapers;
  }

  /**
   * @throws OutOfOrder when there is no answer to rely on, whether it was taken or not
   */
  Answer.Receipt take(Application application) {
    return new Answer(caller.post(requests, application, patience))
        .receiptFor(application.dossier());
  }

  void take(String documentCode, String sha256, Resource content) {
    caller.put(
        requests + "/" + documentCode + "/papers/" + sha256,
        BodyPublishers.ofInputStream(() -> open(content)),
        patienceWithPapers);
  }

  List<OutsideStep> historyOf(String documentCode, String dossier) {
    return new Answer(caller.get(requests + "/" + documentCode, patience))
        .historyOf(documentCode, dossier);
  }

  private static InputStream open(Resource content) {
    try {
      return content.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("A paper cannot be read", e);
    }
  }
}
