package org.motcua.connect.connections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection in words.
 *
 * @param home where the site is; null for one without pages
 * @param closed whether the client signs nobody in any more
 * @param signedIn since when, for each browser
 * @param since when it was agreed; null where it is not
 * @param changeable whether there is something to choose
 */
public record ConnectionRow(
    String address,
    String site,
    String agency,
    @Nullable String home,
    @Nullable String host,
    boolean closed,
    List<String> signedIn,
    List<String> given,
    List<String> refused,
    @Nullable String since,
    boolean changeable) {}
