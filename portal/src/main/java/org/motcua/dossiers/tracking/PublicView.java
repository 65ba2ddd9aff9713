package org.motcua.dossiers.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.Term;
import org.motcua.dossiers.telling.OutsideView;
import org.motcua.dossiers.telling.PostView;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.web.ui.TimelineEntry;

/** What anyone learns who has a dossier's code and the last digits of its phone: no names. */
public record PublicView(
    DossierCode code,
    DossierStatus status,
    String service,
    AgencyId agencyId,
    String agency,
    Term term,
    boolean late,
    List<TimelineEntry> history,
    @Nullable OutsideView outside,
    PostView post) {}
