package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Map;
import org.motcua.dossiers.model.Dossier;
import org.motcua.forms.PageQuestions;
import org.motcua.forms.Summary;
import org.motcua.platform.web.ui.FieldError;

/**
 * A correction while a leader thinks about it; nothing of it is kept until it is ordered.
 *
 * @param former the verification code of the result that is on the page
 * @param reason as typed so far
 * @param changes what will be different
 * @param typed what the page was sent with, to be sent once more
 */
public record CorrectionView(
    Dossier dossier,
    String service,
    String former,
    PageQuestions questions,
    String reason,
    List<FieldError> errors,
    List<Summary.Row> changes,
    Map<String, List<String>> typed) {}
