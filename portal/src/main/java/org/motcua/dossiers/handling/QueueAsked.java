package org.motcua.dossiers.handling;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.QueueFilter;
import org.motcua.dossiers.model.QueueKey;
import org.motcua.dossiers.model.QueueQuery.Lying;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.ServiceSlug;
import org.motcua.organisation.OfficerId;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the queue's address asks for; all of it stays in the address, so that it can be kept and
 * passed on.
 *
 * @param handler {@code me}, {@code nobody}, or an officer
 * @param after where the page before ended
 */
record QueueAsked(
    @Nullable QueueFilter show,
    @Nullable String service,
    @Nullable DossierStatus status,
    @Nullable String handler,
    @Nullable DueSpan due,
    @Nullable Delivery delivery,
    @Nullable Integer size,
    @Nullable String after) {

  static final String ME = "me";
  static final String NOBODY = "nobody";

  private static final int PAGE = 25;
  private static final int MIDDLE = 50;
  private static final int LARGE = 200;

  /** When it is due. */
  enum DueSpan {
    LATE,
    TODAY,
    SOON
  }

  /** One of the three sizes that are offered. */
  int pageSize() {
    if (size == null || size <= PAGE) return PAGE;
    return size <= MIDDLE ? MIDDLE : LARGE;
  }

  @Nullable ServiceSlug serviceSlug() {
    return service == null ? null : ServiceSlug.parse(service).orElse(null);
  }

  @Nullable Lying lying() {
    if (handler == null || handler.isBlank()) return null;
    return switch (handler) {
      case ME -> new Lying.WithMe();
      case NOBODY -> new Lying.WithNobody();
      default -> officer().map(Lying.With::new).orElse(null);
    };
  }

  private Optional<OfficerId> officer() {
    try {
      return Optional.of(new OfficerId(UUID.fromString(String.valueOf(handler))));
    } catch (IllegalArgumentException notAnOfficer) {
      return Optional.empty();
    }
  }

  @Nullable QueueKey key() {
    return after == null ? null : QueueKey.parse(after).orElse(null);
  }

  /** Whether anything besides the part is asked for. */
  boolean narrowed() {
    return serviceSlug() != null
        || status != null
        || lying() != null
        || due != null
        || delivery != null;
  }

  /** The same from there on. */
  String from(QueueFilter part, @Nullable QueueKey key) {
    var address = UriComponentsBuilder.fromPath("/desk").queryParam("show", part.name());
    var slug = serviceSlug();
    if (slug != null) address.queryParam("service", slug.value());
    if (status != null) address.queryParam("status", status.name());
    if (lying() != null) address.queryParam("handler", handler);
    if (due != null) address.queryParam("due", due.name());
    if (delivery != null) address.queryParam("delivery", delivery.name());
    if (pageSize() != PAGE) address.queryParam("size", pageSize());
    if (key != null) address.queryParam("after", key.toString());
    return address.encode().build().toUriString();
  }
}
