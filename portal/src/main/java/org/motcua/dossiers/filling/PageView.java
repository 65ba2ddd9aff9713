package org.motcua.dossiers.filling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Dossier;
import org.motcua.forms.PageQuestions;

/**
 * A page of the form as it is shown.
 *
 * @param number which of the pages that are asked, from 1
 * @param back the address of the page before
 * @param points what an officer asks about answers of this page
 * @param review whether the applicant came from the review, and goes back there
 * @param limited whether only what the agency has named may be changed
 * @param together where what it has in common with others is answered; null: it stands alone
 * @param guest somebody who was invited to fill in: the store of papers is not his
 */
public record PageView(
    Dossier dossier,
    String service,
    PageQuestions questions,
    int number,
    int total,
    String back,
    List<String> points,
    boolean review,
    boolean limited,
    boolean guest,
    @Nullable String together) {}
