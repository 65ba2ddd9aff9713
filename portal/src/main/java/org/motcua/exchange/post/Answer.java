package org.motcua.exchange.post;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.motcua.dossiers.PostalStage;
import org.motcua.dossiers.PostalStep;
import org.motcua.platform.calling.OutOfOrder;
import tools.jackson.databind.JsonNode;

/** What the operator answered, read with suspicion: some of it is shown to applicants. */
record Answer(JsonNode json) {

  private static final Pattern TRACKING = Pattern.compile("[A-Z]{2}\\d{9}VN");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}]");
  private static final int LONGEST = 200;
  private static final int MOST = 100;

  String trackingOf(UUID consignment) {
    requireAbout(consignment);
    var tracking = json.path("trackingNumber").asString("");
    if (!TRACKING.matcher(tracking).matches()) throw garbled("gives no tracking number");
    return tracking;
  }

  /** All steps since it was taken in, the first one first. */
  List<PostalStep> stepsOf(UUID consignment, String tracking) {
    if (!trackingOf(consignment).equals(tracking)) throw garbled("speaks of another letter");
    var history = json.path("history");
    if (!history.isArray() || history.isEmpty() || history.size() > MOST) {
      throw garbled("tells of no step");
    }
    var steps = new ArrayList<PostalStep>();
    for (var each : history) steps.add(step(each));
    return steps;
  }

  private static PostalStep step(JsonNode json) {
    try {
      var note = said(json, "note");
      return new PostalStep(
          PostalStage.valueOf(json.path("stage").asString("")),
          Instant.parse(json.path("at").asString("")),
          said(json, "place"),
          note.isEmpty() ? null : note);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw garbled("tells of a step that nobody understands");
    }
  }

  private static String said(JsonNode json, String field) {
    var words = CONTROL.matcher(json.path(field).asString("")).replaceAll(" ").strip();
    return words.substring(0, Math.min(words.length(), LONGEST));
  }

  private void requireAbout(UUID consignment) {
    if (!json.path("reference").asString("").equals(consignment.toString())) {
      throw garbled("speaks of another letter");
    }
  }

  private static OutOfOrder garbled(String why) {
    return OutOfOrder.garbled(PostalOperator.WHO, why);
  }
}
