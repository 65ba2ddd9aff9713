package org.motcua.identity.sessions;

import java.util.regex.Pattern;

/**
 * A network address in rough: enough for its owner to know his own by, too little to find a house.
 */
record Network(String rough) {

  private static final Pattern LAST_NUMBER = Pattern.compile("\\.\\d+$");
  private static final int KEPT_GROUPS = 3;

  static Network of(String address) {
    if (!address.contains(":")) return new Network(LAST_NUMBER.matcher(address).replaceFirst(".x"));
    var groups = address.split(":", -1);
    var rough = new StringBuilder();
    for (var group = 0; group < Math.min(KEPT_GROUPS, groups.length); group++) {
      if (groups[group].isEmpty()) break;
      rough.append(groups[group]).append(':');
    }
    return new Network(rough.isEmpty() ? "::x" : rough + "x");
  }
}
