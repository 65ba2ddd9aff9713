package org.motcua.dossiers.telling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.PostalAddress;
import org.motcua.eservices.Delivery;
import org.motcua.platform.web.ui.TimelineEntry;

/**
 * How a result reaches its applicant.
 *
 * @param address null where it does not go by post, and for those who may not know it
 * @param tracking the operator's number, as soon as there is one
 * @param followAt the operator's page for it
 * @param steps where the letter was; empty until the post has told
 */
public record PostView(
    @Nullable Delivery delivery,
    @Nullable PostalAddress address,
    @Nullable String tracking,
    @Nullable String followAt,
    boolean given,
    boolean cameBack,
    List<TimelineEntry> steps) {}
