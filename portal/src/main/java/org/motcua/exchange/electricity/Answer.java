package org.motcua.exchange.electricity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.OutsideStep;
import org.motcua.platform.calling.OutOfOrder;
import tools.jackson.databind.JsonNode;

/** What the company answered, read with suspicion: some of it is shown to applicants. */
record Answer(JsonNode json) {

  private static final Pattern DOCUMENT_CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{3,39}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
  private static final int LONGEST_WORDS = 200;
  private static final int LONGEST_NOTE = 1_000;
  private static final int MOST = 100;

  /**
   * @param missingPapers hashes of the papers that the company does not have yet
   */
  record Receipt(String documentCode, List<String> missingPapers) {}

  Receipt receiptFor(String dossier) {
    requireAbout(dossier);
    var missing = new ArrayList<String>();
    for (var each : list("missingPapers")) {
      if (!HASH.matcher(each.asString("")).matches()) throw garbled("wants a paper without a name");
      missing.add(each.asString());
    }
    return new Receipt(documentCode(), missing);
  }

  /** All stages that the request has been at, the first one first. */
  List<OutsideStep> historyOf(String documentCode, String dossier) {
    requireAbout(dossier);
    if (!documentCode().equals(documentCode)) throw garbled("speaks of another request");
    var steps = new ArrayList<OutsideStep>();
    for (var each : list("history")) steps.add(step(each));
    if (steps.isEmpty()) throw garbled("tells of no stage");
    return steps;
  }

  private static OutsideStep step(JsonNode json) {
    return new OutsideStep(
        stage(json).name(), at(json), words(json, "vi"), words(json, "en"), note(json));
  }

  private static Stage stage(JsonNode json) {
    try {
      return Stage.valueOf(json.path("stage").asString(""));
    } catch (IllegalArgumentException unknown) {
      throw garbled("tells of a stage that nobody knows");
    }
  }

  private static Instant at(JsonNode json) {
    try {
      return Instant.parse(json.path("at").asString(""));
    } catch (DateTimeException e) {
      throw garbled("tells of a stage without its time");
    }
  }

  private static String words(JsonNode json, String language) {
    var words = said(json, language);
    if (words.isEmpty() || words.length() > LONGEST_WORDS) throw garbled("has no words for it");
    return words;
  }

  private static @Nullable String note(JsonNode json) {
    var note = said(json, "note");
    if (note.isEmpty()) return null;
    return note.substring(0, Math.min(note.length(), LONGEST_NOTE));
  }

  private static String said(JsonNode json, String field) {
    return CONTROL.matcher(json.path(field).asString("")).replaceAll("").strip();
  }

  private void requireAbout(String dossier) {
    if (!json.path("dossier").asString("").equals(dossier)) {
      throw garbled("speaks of another dossier");
    }
  }

  private String documentCode() {
    var code = json.path("documentCode").asString("");
    if (!DOCUMENT_CODE.matcher(code).matches()) throw garbled("gives no document code");
    return code;
  }

  private List<JsonNode> list(String field) {
    var list = json.path(field);
    if (!list.isArray() || list.size() > MOST) throw garbled("answers without '" + field + "'");
    return list.valueStream().toList();
  }

  private static OutOfOrder garbled(String why) {
    return OutOfOrder.garbled(ElectricityCompany.WHO, why);
  }
}
