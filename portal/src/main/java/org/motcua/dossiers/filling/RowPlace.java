package org.motcua.dossiers.filling;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.TableRow;

/** Which row of which table a button on a page is about: {@code members/1a2b3c4d}. */
record RowPlace(String question, String row) {

  /** Names the row that is to be opened. */
  static final String OPEN = "_row";

  /** Names the row that is to go. */
  static final String REMOVE = "_remove";

  static Optional<RowPlace> of(@Nullable String value) {
    if (value == null) return Optional.empty();
    var slash = value.indexOf('/');
    return slash > 0 && TableRow.isId(value.substring(slash + 1))
        ? Optional.of(new RowPlace(value.substring(0, slash), value.substring(slash + 1)))
        : Optional.empty();
  }
}
