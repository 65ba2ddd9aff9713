package org.motcua.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which addresses a link can lead to. What a form is sent to often has none of its own: then it is
 * the nearest above, {@code /pay/abc} for {@code /pay/abc/attempts}.
 */
@Component
class OpenAddresses {

  private static final String VARIABLE = "\\{[^/]*}(?=/|$)";

  /** Patterns of pages, with {@code {}} for whatever varies. */
  private final Supplier<Set<String>> pages;

  OpenAddresses(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.pages =
        SingletonSupplier.of(
            () ->
                mapping.getObject().getHandlerMethods().keySet().stream()
                    .filter(OpenAddresses::isRead)
                    .flatMap(each -> each.getPatternValues().stream())
                    .map(OpenAddresses::shape)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean isRead(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    return methods.isEmpty() || methods.contains(RequestMethod.GET);
  }

  private static String shape(String pattern) {
    return pattern.replaceAll(VARIABLE, "{}");
  }

  /**
   * @param path which was asked for
   */
  String near(HttpServletRequest request, String path) {
    if (request.getMethod().equals("GET")) return path;
    if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
        instanceof String pattern)) return path;
    var shape = shape(pattern);
    var address = path;
    while (!pages.get().contains(shape)) {
      shape = above(shape);
      address = above(address);
      if (shape.isEmpty() || address.isEmpty()) return "/";
    }
    return address;
  }

  private static String above(String address) {
    return address.substring(0, Math.max(0, address.lastIndexOf('/')));
  }
}
