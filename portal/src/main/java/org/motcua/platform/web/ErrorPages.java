package org.motcua.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what went wrong: a page to people, a problem detail (RFC 9457) to programs under {@code
 * /api}, both with the request's reference. Needs neither database nor session.
 */
@Component
class ErrorPages {

  private final TemplateEngine templates;
  private final CurrentPage pages;
  private final SecurityHeaders headers;
  private final UploadLimit uploads;
  private final JsonMapper json;

  ErrorPages(
      TemplateEngine templates,
      CurrentPage pages,
      SecurityHeaders headers,
      UploadLimit uploads,
      JsonMapper json) {
    this.templates = templates;
    this.pages = pages;
    this.headers = headers;
    this.uploads = uploads;
    this.json = json;
  }

  void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    var program = path(request).startsWith("/api/");
    var body = program ? problem(request, status) : page(request, status);
    var bytes = body.getBytes(StandardCharsets.UTF_8);

    response.resetBuffer();
    response.setStatus(status.value());
    response.setContentType(
        program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.setHeader("Cache-Control", "no-store");
    if (status == HttpStatus.SERVICE_UNAVAILABLE) response.setHeader("Retry-After", "30");
    headers.writeTo(response);
    response.getOutputStream().write(bytes);
  }

  private String page(HttpServletRequest request, HttpStatus status) {
    var output = new StringOutput();
    templates.render(
        "platform/error.jte",
        Map.<String, Object>of(
            "page", pages.withoutSession(request, path(request)),
            "words", "platform.error." + words(status),
            "sent", status == HttpStatus.SERVICE_UNAVAILABLE && sends(request),
            "reference", Reference.of(request).text(),
            "megabytes", uploads.megabytesPerFile()),
        output);
    return output.toString();
  }

  private String problem(HttpServletRequest request, HttpStatus status) {
    var problem = ProblemDetail.forStatus(status);
    problem.setTitle(status.getReasonPhrase());
    problem.setInstance(URI.create(path(request)));
    problem.setProperty("reference", Reference.of(request).text());
    return json.writeValueAsString(problem);
  }

  /** The statuses that have words of their own; the rest share the nearest. */
  private static int words(HttpStatus status) {
    return switch (status.value()) {
      case 400, 403, 404, 413, 429, 500, 503 -> status.value();
      case 401 -> 403;
      case 405, 410 -> 404;
      default -> status.is5xxServerError() ? 500 : 400;
    };
  }

  private static boolean sends(HttpServletRequest request) {
    return !Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
        ? original
        : request.getRequestURI();
  }
}
