package org.motcua.catalogue;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks everybody who offers services where a procedure can be applied for. */
@Component
public class OnlineApplications {

  private final ObjectProvider<OnlineServiceLinks> links;

  OnlineApplications(ObjectProvider<OnlineServiceLinks> links) {
    this.links = links;
  }

  /** A province's copy without a service of its own is applied for as the ministry's. */
  public Optional<String> addressFor(ProcedureCode code) {
    return offered(code).or(() -> offered(code.national()));
  }

  private Optional<String> offered(ProcedureCode code) {
    return links.orderedStream().flatMap(link -> link.addressFor(code).stream()).findFirst();
  }
}
