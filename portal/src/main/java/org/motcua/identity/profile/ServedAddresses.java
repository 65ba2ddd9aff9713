package org.motcua.identity.profile;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which pages this portal has: another module's page is linked to where it is there. */
@Component
class ServedAddresses {

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;

  ServedAddresses(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  Set<String> all() {
    return mapping.getObject().getHandlerMethods().keySet().stream()
        .flatMap(info -> info.getPatternValues().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
