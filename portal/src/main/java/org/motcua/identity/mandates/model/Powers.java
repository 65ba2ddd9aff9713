package org.motcua.identity.mandates.model;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.motcua.identity.Power;

/** Powers as a column of names. */
final class Powers {

  static String[] names(Set<Power> powers) {
    return powers.stream().sorted().map(Power::name).toArray(String[]::new);
  }

  static Set<Power> read(Array column) throws SQLException {
    return Arrays.stream((String[]) column.getArray())
        .map(Power::valueOf)
        .collect(Collectors.toSet());
  }

  private Powers() {}
}
