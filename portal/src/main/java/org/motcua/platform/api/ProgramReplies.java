package org.motcua.platform.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Puts answers to programs into JSON, problems into words. */
public abstract class ProgramReplies {

  private final JsonMapper json;
  private final Messages messages;
  private final String words;

  /**
   * @param words how the messages of its problems begin, such as {@code dossiers.filing.problem.}
   */
  protected ProgramReplies(JsonMapper json, Messages messages, String words) {
    this.json = json;
    this.messages = messages;
    this.words = words;
  }

  public Reply ok(Object body, Map<String, String> headers) {
    return of(HttpStatus.OK, body, headers);
  }

  public Reply of(HttpStatus status, Object body, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    return new Reply(status.value(), all, json.writeValueAsBytes(body));
  }

  /**
   * @param code its message is named after it, dashes as underscores
   */
  public Reply problem(HttpStatus status, String code, Language language, Object... arguments) {
    return problem(status, code, List.of(), language, arguments);
  }

  public Reply problem(
      HttpStatus status,
      String code,
      List<Problem.Error> errors,
      Language language,
      Object... arguments) {
    var problem =
        new Problem(
            "about:blank",
            status.getReasonPhrase(),
            status.value(),
            code,
            words(code, language, arguments),
            errors.isEmpty() ? null : errors);
    return new Reply(
        status.value(),
        Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE),
        json.writeValueAsBytes(problem));
  }

  public String words(String code, Language language, Object... arguments) {
    return messages.text(language, words + code.replace('-', '_'), arguments);
  }

  public static ResponseEntity<byte[]> send(Reply reply) {
    var headers = new HttpHeaders();
    reply.headers().forEach(headers::set);
    headers.setCacheControl("no-store");
    return ResponseEntity.status(reply.status()).headers(headers).body(reply.body());
  }
}
