package org.motcua.simulators.outside.faults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands before every service that can fail, and lets callers meet its fault. */
@Component
class FaultGate implements HandlerInterceptor, WebMvcConfigurer {

  private static final String NO_ANSWER = "<html><body><h1>It works!</h1></body></html>";

  private final Faults faults;

  FaultGate(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException, InterruptedException {
    if (!(handler instanceof HandlerMethod method)) return true;
    var suffers = method.getMethodAnnotation(Suffers.class);
    return suffers == null || passes(suffers.value(), response);
  }

  private boolean passes(Service service, HttpServletResponse response)
      throws IOException, InterruptedException {
    return switch (faults.meet(service)) {
      case NONE,
          WRONG,
          REPLY_LOST,
          THROTTLED,
          NO_RECEIPT,
          REFUSING_REFUNDS,
          NOTICE_LATE,
          NOTICE_TWICE,
          NOTICE_LOST,
          NOTICE_DISORDERED,
          ALL_LOST ->
          true; // The service itself does the rest.
      case UNAVAILABLE ->
          throw new ResponseStatusException(
              HttpStatus.SERVICE_UNAVAILABLE, "The service is out of order; try again later");
      case SLOW -> {
        faults.waitAsSlowOnesDo();
        yield true;
      }
      case GARBLED -> {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(NO_ANSWER);
        yield false;
      }
    };
  }
}
