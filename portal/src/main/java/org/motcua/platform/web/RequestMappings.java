package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the method that answers. An address with a variable in it is compared with that of every
 * method there is, some hundreds, and each asks the request for the same two things, through all
 * that is wrapped around it: that was a sixth of the work for a page.
 */
@Component
class RequestMappings implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new RequestMappingHandlerMapping() {
      @Override
      protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
          throws Exception {
        return super.lookupHandlerMethod(path, new Remembering(request));
      }
    };
  }

  /** Asks once for what does not change while the method is looked for. */
  private static final class Remembering extends HttpServletRequestWrapper {

    private final String method;
    private final Object path;

    Remembering(HttpServletRequest request) {
      super(request);
      this.method = request.getMethod();
      this.path = ServletRequestPathUtils.getParsedRequestPath(request);
    }

    @Override
    public String getMethod() {
      return method;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
      return name.equals(ServletRequestPathUtils.PATH_ATTRIBUTE) ? path : super.getAttribute(name);
    }
  }
}
