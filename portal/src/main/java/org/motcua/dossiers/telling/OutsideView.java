package org.motcua.dossiers.telling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.TimelineEntry;

/**
 * How far a dossier is with the one who handles it outside.
 *
 * @param who the one who handles it
 * @param theirCode by which he knows it; null while he has not answered yet
 * @param followAt his page on which it may be followed
 * @param stage the last one it came to, in his words
 */
public record OutsideView(
    String who,
    @Nullable String theirCode,
    @Nullable String followAt,
    @Nullable String stage,
    List<TimelineEntry> history) {}
