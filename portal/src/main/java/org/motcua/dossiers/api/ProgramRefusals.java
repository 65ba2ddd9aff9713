package org.motcua.dossiers.api;

import jakarta.servlet.http.HttpServletRequest;
import org.motcua.dossiers.access.SharingEnded;
import org.motcua.identity.LevelNeeded;
import org.motcua.identity.PowerNeeded;
import org.motcua.platform.api.ProgramApi;
import org.motcua.platform.api.Speech;
import org.motcua.platform.web.Messages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs what people are asked for on pages. Nothing has been done. */
@RestControllerAdvice(annotations = ProgramApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProgramRefusals {

  private final Messages messages;

  ProgramRefusals(Messages messages) {
    this.messages = messages;
  }

  /** The person has to sign in more surely (RFC 9470). */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(LevelNeeded needed, HttpServletRequest request) {
    var challenge =
        "Bearer error=\"insufficient_user_authentication\", acr_values=\"%s\""
            .formatted(needed.level().acr());
    var problem = problem(HttpStatus.UNAUTHORIZED, "level-needed", request, needed.level().acr());
    return answer(problem).header(HttpHeaders.WWW_AUTHENTICATE, challenge).body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(PowerNeeded needed, HttpServletRequest request) {
    var problem = problem(HttpStatus.FORBIDDEN, "power-needed", request);
    return answer(problem).body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(SharingEnded ended, HttpServletRequest request) {
    var problem = problem(HttpStatus.NOT_FOUND, "no-such-dossier", request);
    return answer(problem).body(problem);
  }

  private ProblemDetail problem(
      HttpStatus status, String code, HttpServletRequest request, Object... arguments) {
    var key = "dossiers.filing.problem." + code.replace('-', '_');
    var problem =
        ProblemDetail.forStatusAndDetail(status, messages.text(Speech.of(request), key, arguments));
    problem.setProperty("code", code);
    return problem;
  }

  private static ResponseEntity.BodyBuilder answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
  }
}
