package org.motcua.dossiers.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Revocation;
import org.motcua.dossiers.paying.FeeStanding;
import org.motcua.dossiers.telling.OutsideView;
import org.motcua.dossiers.telling.PostView;
import org.motcua.forms.Summary;
import org.motcua.platform.web.ui.TimelineEntry;

/**
 * A submitted dossier as its owner sees it.
 *
 * @param outside how far it is with the one who handles it outside; null: the agency handles it
 * @param charge what it costs; null: nothing
 * @param paying how far that is paid; null: it costs nothing
 * @param submittedBy who handed it in for the applicant; null: the applicant
 * @param helped who besides has filled in what
 * @param revocation if the result no longer holds
 */
public record OwnView(
    Dossier dossier,
    String service,
    String agency,
    Summary summary,
    List<TimelineEntry> history,
    @Nullable OutsideView outside,
    List<AdditionRequest.Point> points,
    @Nullable Charge charge,
    @Nullable FeeStanding paying,
    boolean withdrawable,
    boolean mayInvite,
    boolean late,
    @Nullable String submittedBy,
    List<String> helped,
    @Nullable Revocation revocation,
    PostView post) {}
