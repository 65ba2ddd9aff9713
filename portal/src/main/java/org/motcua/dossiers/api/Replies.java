package org.motcua.dossiers.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motcua.forms.Given;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts answers to programs into JSON, problems into words. */
@Component
public class Replies {

  private final JsonMapper json;
  private final Messages messages;

  Replies(JsonMapper json, Messages messages) {
    this.json = json;
    this.messages = messages;
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
   * @param code the message is {@code dossiers.filing.problem.<code>}, dashes as underscores
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
    var key = "dossiers.filing.problem." + code.replace('-', '_');
    return messages.text(language, key, arguments);
  }

  public static List<Problem.Error> errors(List<Given.Misfit> misfits) {
    var errors = new ArrayList<Problem.Error>();
    for (var misfit : misfits) {
      errors.add(new Problem.Error(misfit.question(), misfit.pointer(), misfit.text()));
    }
    return errors;
  }

  public static ResponseEntity<byte[]> send(Reply reply) {
    var headers = new HttpHeaders();
    reply.headers().forEach(headers::set);
    headers.setCacheControl("no-store");
    return ResponseEntity.status(reply.status()).headers(headers).body(reply.body());
  }
}
