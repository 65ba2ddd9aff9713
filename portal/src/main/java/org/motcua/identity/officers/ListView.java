package org.motcua.identity.officers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;

/**
 * Officers of one agency, or those found there and below.
 *
 * @param above the agency to go back up to, where it is this administrator's
 * @param next address of the following ones
 */
public record ListView(
    Agency agency,
    @Nullable Agency above,
    List<Agency> below,
    String words,
    List<Row> rows,
    @Nullable String next) {

  /**
   * @param agency where it is another than that of the page
   */
  public record Row(
      Officer officer, @Nullable String agency, List<String> roles, boolean oneself) {}
}
