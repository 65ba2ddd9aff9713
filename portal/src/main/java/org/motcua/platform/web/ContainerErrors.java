package org.motcua.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/**
 * Where the container sends every {@code sendError}. Not a {@code @Controller}: those load the
 * viewer from the session, which an error page must not need.
 */
@Component("/error")
class ContainerErrors implements HttpRequestHandler, ErrorController {

  private final ErrorPages pages;

  ContainerErrors(ErrorPages pages) {
    this.pages = pages;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    pages.write(request, response, status(request));
  }

  private static HttpStatus status(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      return Failures.statusOf(failure);
    }
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Asked for directly, as an address, it is not there.
    if (!(code instanceof Integer number)) return HttpStatus.NOT_FOUND;
    var status = HttpStatus.resolve(number);
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }
}
