package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the method that answers. An address with a variable in it is compared with that of every
 * method there is, some hundreds, and each comparison takes the address apart: that was a sixth of
 * the work for a page. So those are left out first whose address begins otherwise.
 */
@Component
class RequestMappings implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new ByBeginnings();
  }

  private static final class ByBeginnings extends RequestMappingHandlerMapping {

    /**
     * How an address begins that a mapping could be for: up to its first variable. By identity, for
     * two mappings are compared as slowly as a mapping with an address.
     */
    private Map<RequestMappingInfo, List<String>> beginnings = Map.of();

    @Override
    public void afterPropertiesSet() {
      super.afterPropertiesSet();
      var all = new IdentityHashMap<RequestMappingInfo, List<String>>();
      getHandlerMethods().keySet().forEach(it -> all.put(it, beginnings(it)));
      beginnings = Collections.unmodifiableMap(all);
    }

    private static List<String> beginnings(RequestMappingInfo mapping) {
      return mapping.getPatternValues().stream().map(ByBeginnings::beginning).toList();
    }

    private static String beginning(String pattern) {
      return pattern.split("[{*?]", 2)[0];
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
        throws Exception {
      return super.lookupHandlerMethod(path, new Asked(request, path));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
        RequestMappingInfo mapping, HttpServletRequest request) {
      return request instanceof Asked asked && asked.beginsOtherwise(beginnings.get(mapping))
          ? null
          : super.getMatchingMapping(mapping, request);
    }
  }

  /** Asks once for what does not change while the method is looked for. */
  private static final class Asked extends HttpServletRequestWrapper {

    private final String method;
    private final Object path;

    /** As it stands in the patterns, or null where letters of it are written as codes. */
    private final @Nullable String plainPath;

    Asked(HttpServletRequest request, String path) {
      super(request);
      this.method = request.getMethod();
      this.path = ServletRequestPathUtils.getParsedRequestPath(request);
      this.plainPath = path.indexOf('%') < 0 && path.indexOf(';') < 0 ? path : null;
    }

    boolean beginsOtherwise(@Nullable List<String> beginnings) {
      if (plainPath == null || beginnings == null) return false;
      for (var beginning : beginnings) {
        if (plainPath.startsWith(beginning)) return false;
      }
      return true;
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
