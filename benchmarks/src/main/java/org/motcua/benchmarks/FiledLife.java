package org.motcua.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motcua.benchmarks.KeptConnection.Answer;

/**
 * Whole lives of dossiers between programs: one files for its user, the other handles for its
 * agency; each call is a transaction that is on the disk when it is answered.
 */
final class FiledLife implements Load.Person {

  static final String SERVICE = "birth-on-paper";
  static final String WHOLE = "whole life";
  static final String BEGIN = "begin a draft";
  static final String ANSWER = "put the answers";
  static final String SUBMIT = "submit";
  static final String ACCEPT = "accept";
  static final String STEP = "take the step";
  static final String DECIDE = "decide";
  static final String RETURN = "return";

  /** How many calls, and so transactions that write, one life is. */
  static final int CALLS = 7;

  private final KeptConnection portal;
  private final String applicant;
  private final String agency;
  private final String answers;

  /**
   * @param applicantToken with which the program files
   * @param agencyToken with which the agency's system handles
   */
  FiledLife(
      KeptConnection portal, String applicantToken, String agencyToken, Map<String, Object> form) {
    this.portal = portal;
    this.applicant = bearer(applicantToken);
    this.agency = bearer(agencyToken);
    this.answers = json(form);
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    timings.time(WHOLE, () -> live(timings));
  }

  private boolean live(Timings timings) throws Exception {
    var begun =
        timings.time(
            BEGIN, () -> post("/api/dossiers", applicant, "{\"service\":\"" + SERVICE + "\"}"));
    var mine = "/api/dossiers/" + begun.member("id");
    timings.time(
        ANSWER, () -> portal.sendJson("PUT", mine + "/answers", applicant, answers).good());
    var submitted =
        timings.time(
            SUBMIT,
            () ->
                post(
                    mine + "/submission",
                    applicant,
                    "{\"declared\":true,\"delivery\":\"COUNTER\"}"));
    var desk = "/api/desk/dossiers/" + submitted.member("code");
    timings.time(ACCEPT, () -> act(desk + "/acceptance", ""));
    timings.time(STEP, () -> act(desk + "/step", ",\"step\":1"));
    timings.time(DECIDE, () -> act(desk + "/decision", ",\"step\":2,\"verdict\":\"APPROVE\""));
    timings.time(RETURN, () -> act(desk + "/return", ",\"takenBy\":\"Nguyen Thi Mai\""));
    return true;
  }

  private Answer act(String what, String members) throws IOException {
    return post(what, agency, "{\"officer\":{\"name\":\"Le Thi Lan\"}" + members + "}");
  }

  private Answer post(String target, String authorization, String json) throws IOException {
    var key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
    return portal.sendJson("POST", target, authorization + key, json).good();
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  /** Texts, and maps of texts: all that the declaration has. */
  private static String json(Object value) {
    return value instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
            .collect(Collectors.joining(",", "{", "}"))
        : "\"" + value + "\"";
  }
}
