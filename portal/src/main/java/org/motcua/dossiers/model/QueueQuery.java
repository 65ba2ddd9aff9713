package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.ServiceSlug;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

/**
 * What an officer wants to see of his agency's dossiers; whatever is {@code null} is all the same.
 *
 * @param mine with whom lies what counts as his: with him, and with those for whom he stands in
 */
public record QueueQuery(
    AgencyId agency,
    Visible visible,
    QueueFilter part,
    Set<OfficerId> mine,
    @Nullable ServiceSlug service,
    @Nullable DossierStatus status,
    @Nullable Lying lying,
    @Nullable Due due,
    @Nullable Delivery delivery) {

  /**
   * Which dossiers of his agency an officer may know of.
   *
   * @param onceAccepted in these only after reception has taken them
   */
  public record Visible(Set<DossierStatus> always, Set<DossierStatus> onceAccepted) {

    public boolean nothing() {
      return always.isEmpty() && onceAccepted.isEmpty();
    }
  }

  /** With whom it lies. */
  public sealed interface Lying {
    record WithMe() implements Lying {}

    record WithNobody() implements Lying {}

    record With(OfficerId officer) implements Lying {}
  }

  /** Due in this span, while the clock runs. */
  public record Due(@Nullable Instant from, Instant until) {}
}
