package org.motcua.dossiers.coordinating;

import java.util.List;
import org.motcua.dossiers.handling.DeskFrame;
import org.motcua.dossiers.telling.EntrustedView;

/** What waits for an answer here, and what was answered last. */
public record EntrustedQueueView(
    DeskFrame frame, List<EntrustedView> waiting, List<EntrustedView> answered) {}
