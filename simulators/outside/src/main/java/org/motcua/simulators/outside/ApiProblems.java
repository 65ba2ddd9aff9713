package org.motcua.simulators.outside;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells programs what is wrong, in JSON (RFC 9457); people get the page for errors. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ProblemDetail refuse(IllegalArgumentException badInput) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, badInput.getMessage());
  }
}
