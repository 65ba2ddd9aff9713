package org.motcua.connect.agreeing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.providing.RequestQuery;

/** A client's request as it comes along in an address and in a form. */
record ClientRequest(Map<String, List<String>> parameters) {

  static ClientRequest of(@Nullable String query) {
    return new ClientRequest(query == null ? Map.of() : RequestQuery.parse(query));
  }

  /** The first by that name. */
  Optional<String> value(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** As it stands in an address. */
  String query() {
    return RequestQuery.of(parameters);
  }
}
