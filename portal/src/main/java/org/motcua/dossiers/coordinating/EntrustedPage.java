package org.motcua.dossiers.coordinating;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.telling.EntrustedView;
import org.motcua.forms.Summary;
import org.motcua.platform.web.ui.Choice;

/**
 * What one is asked, and what one is shown of the dossier for it.
 *
 * @param dossier null where nothing of it is shown (any more)
 * @param summary null where only facts are
 * @param typed the answer so far
 * @param error why the answer was not taken, at its words
 * @param fileError why its file was not
 * @param notice why anything else was not done
 */
public record EntrustedPage(
    EntrustedView asked,
    @Nullable Dossier dossier,
    @Nullable String service,
    @Nullable Summary summary,
    List<Attachment> papers,
    List<Choice> verdicts,
    @Nullable String takenBy,
    boolean mayTakeUp,
    boolean mayAnswer,
    @Nullable String verdict,
    String typed,
    @Nullable String error,
    @Nullable String fileError,
    @Nullable String notice) {}
