package org.motcua.dossiers.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.CarriedOver;
import org.motcua.dossiers.model.Dossier;
import org.motcua.platform.web.ui.Task;

/**
 * A draft and what is still to do.
 *
 * @param goOn where to go on
 * @param ready nothing is missing any more
 * @param helped who besides has filled in what
 * @param carried if it was begun under an earlier version of the service
 */
public record DraftView(
    Dossier dossier,
    String service,
    List<Task> tasks,
    String goOn,
    boolean ready,
    List<String> helped,
    @Nullable CarriedOver carried) {}
