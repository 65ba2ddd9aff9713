package org.motcua.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.motcua.platform.idempotency.BadCallKey;
import org.motcua.platform.web.Messages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs what is wrong with a call's key. Nothing has been done. */
@RestControllerAdvice(annotations = ProgramApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CallKeyRefusals {

  private final Messages messages;

  CallKeyRefusals(Messages messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(BadCallKey bad, HttpServletRequest request) {
    var name = bad.why().name().toLowerCase(Locale.ROOT);
    var problem = ProblemDetail.forStatus(bad.why().status());
    problem.setDetail(messages.text(Speech.of(request), "platform.call_key." + name));
    problem.setProperty("code", "idempotency-key-" + name);
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
