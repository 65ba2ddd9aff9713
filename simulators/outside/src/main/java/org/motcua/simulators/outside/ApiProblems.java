package org.motcua.simulators.outside;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells programs what was wrong with what they sent. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems {

  @ExceptionHandler
  ProblemDetail refuse(IllegalArgumentException badInput) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, badInput.getMessage());
  }
}
