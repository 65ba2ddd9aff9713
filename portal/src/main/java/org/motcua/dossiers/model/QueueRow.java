package org.motcua.dossiers.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.ServiceSlug;
import org.motcua.identity.AccountId;
import org.motcua.organisation.OfficerId;

/**
 * What a list says of a dossier; neither its answers nor its papers are read for that.
 *
 * @param sortedBy the time by which the list it stands in is ordered
 */
public record QueueRow(
    DossierId id,
    DossierCode code,
    AccountId account,
    String applicant,
    ServiceSlug service,
    int version,
    DossierStatus status,
    @Nullable OfficerId handler,
    @Nullable Instant answerBy,
    Instant dueAt,
    @Nullable Instant finishedAt,
    Delivery delivery,
    Instant sortedBy) {

  public QueueKey key() {
    return new QueueKey(sortedBy, id);
  }
}
