package org.motcua.dossiers.together;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.eservices.FeeLine;
import org.motcua.forms.Summary;
import org.motcua.platform.web.ui.FieldError;

/** All that is about to be handed in together. */
public record BundleReview(
    String here, String name, Summary common, List<Part> parts, List<FieldError> errors) {

  /**
   * @param waitsFor the service whose result it waits for; null: it is handed in at once
   * @param papers what is enclosed
   */
  public record Part(
      String id,
      String address,
      String service,
      @Nullable String agency,
      String timeLimit,
      List<FeeLine> fees,
      @Nullable String waitsFor,
      Summary summary,
      List<Paper> papers,
      String declaration) {

    public long total() {
      return fees.stream().mapToLong(FeeLine::dong).sum();
    }
  }

  /**
   * @param awaited whether it comes by itself
   */
  public record Paper(String id, String name, List<String> files, boolean awaited) {}

  public long total() {
    return parts.stream().mapToLong(Part::total).sum();
  }

  public List<String> waiting() {
    return parts.stream().filter(part -> part.waitsFor() != null).map(Part::service).toList();
  }
}
