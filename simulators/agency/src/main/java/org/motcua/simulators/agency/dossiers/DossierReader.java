package org.motcua.simulators.agency.dossiers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was agreed of the portal's answers, and lets pass what it may add later. */
@Component
class DossierReader {

  private final JsonMapper json;

  DossierReader(JsonMapper json) {
    this.json = json;
  }

  Listing listing(JsonNode answer) throws PortalTroubleException {
    var items = answer.path("items");
    if (!items.isArray()) throw unintelligible(null);
    return new Listing(all(items, DossierSummary.class), answer.path("next").asString(null));
  }

  DossierDetail detail(JsonNode answer) throws PortalTroubleException {
    return new DossierDetail(
        read(answer, DossierSummary.class), all(answer.path("history"), DossierDetail.Step.class));
  }

  private <T> List<T> all(JsonNode array, Class<T> type) throws PortalTroubleException {
    var read = new ArrayList<T>();
    for (var element : array) read.add(read(element, type));
    return read;
  }

  private <T> T read(JsonNode node, Class<T> type) throws PortalTroubleException {
    try {
      return json.treeToValue(node, type);
    } catch (JacksonException e) {
      throw unintelligible(e);
    }
  }

  private static PortalTroubleException unintelligible(@Nullable Exception cause) {
    return new PortalTroubleException(new PortalTrouble.Unintelligible(), cause);
  }

  /**
   * @param next the key after which the next list begins, or none
   */
  record Listing(List<DossierSummary> items, @Nullable String next) {}
}
