package org.motcua.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives each request its reference, and answers for whatever fails further
 * in.
 *
 * <p>It stands before the sessions' filter on purpose: without the database no session can be
 * looked up, and the container's own error page, which passes all filters again, would fail too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(FailureFilter.class);

  private final ErrorPages pages;
  private final UploadLimit uploads;

  FailureFilter(ErrorPages pages, UploadLimit uploads) {
    this.pages = pages;
    this.uploads = uploads;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var reference = Reference.of(request);
    MDC.put(Reference.LOG_FIELD, reference.text());
    response.setHeader(Reference.HEADER, reference.text());
    try {
      if (uploads.exceededBy(request)) pages.write(request, response, HttpStatus.CONTENT_TOO_LARGE);
      else chain.doFilter(request, response);
    } catch (Exception failure) {
      answer(request, response, failure);
    } finally {
      MDC.remove(Reference.LOG_FIELD);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    var status = Failures.statusOf(failure);
    var where = request.getMethod() + " " + request.getRequestURI();
    if (status == HttpStatus.INTERNAL_SERVER_ERROR) log.error("{} failed", where, failure);
    else log.warn("{} answered {}: {}", where, status.value(), failure.toString());

    if (response.isCommitted()) return;
    pages.write(request, response, status);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
