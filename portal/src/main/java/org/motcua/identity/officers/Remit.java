package org.motcua.identity.officers;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Whose officers one administrator keeps: those of his agencies and of all below them. The
 * Government Office, which keeps the portal, besides keeps the topmost agencies themselves, or
 * nobody could appoint a ministry's or a province's first administrator.
 */
final class Remit {

  static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  private final AccountId administrator;
  private final Set<AgencyId> tops;
  private final Organisation organisation;

  Remit(AccountId administrator, Set<AgencyId> tops, Organisation organisation) {
    this.administrator = administrator;
    this.tops = tops;
    this.organisation = organisation;
  }

  boolean isEmpty() {
    return tops.isEmpty();
  }

  Set<AgencyId> tops() {
    return tops;
  }

  /** The administrator's own where none is asked for; refused where it is nothing to him. */
  Agency agency(@Nullable String asked) {
    if (asked == null || asked.isBlank()) return organisation.getAgency(tops.iterator().next());
    return AgencyId.parse(asked)
        .flatMap(organisation::findAgency)
        .filter(agency -> covers(agency.id()))
        .orElseThrow(Remit::notYours);
  }

  static ResponseStatusException notYours() {
    return new ResponseStatusException(HttpStatus.FORBIDDEN, "Not within this administrator's say");
  }

  boolean covers(AgencyId agency) {
    return tops.stream().anyMatch(top -> organisation.isWithin(agency, top))
        || keepsPortal() && isTopmost(agency);
  }

  /**
   * Never oneself, and never one who also serves where this administrator has no say: that one
   * stands above him or beside him.
   */
  boolean answersFor(Officer officer, Collection<Post> posts) {
    return !officer.id().equals(administrator)
        && covers(officer.agency())
        && posts.stream().map(Post::agency).allMatch(this::covers);
  }

  boolean isAdministrator(AccountId id) {
    return administrator.equals(id);
  }

  /** Right below one of them, for going down step by step. */
  List<Agency> below(AgencyId agency) {
    var own = organisation.agenciesBelow(agency).stream();
    if (!keepsPortal() || !agency.equals(GOVERNMENT_OFFICE)) return own.toList();
    return Stream.concat(own, topmostOthers()).distinct().toList();
  }

  /** It and all below it as far as this administrator's say goes. */
  Set<AgencyId> under(AgencyId agency) {
    var all = new LinkedHashSet<AgencyId>();
    if (!covers(agency)) return all;
    all.add(agency);
    if (tops.stream().anyMatch(top -> organisation.isWithin(agency, top))) {
      organisation.listAgencies(agency, null, Integer.MAX_VALUE).agencies().stream()
          .map(Agency::id)
          .forEach(all::add);
    }
    if (keepsPortal() && agency.equals(GOVERNMENT_OFFICE)) {
      topmostOthers().map(Agency::id).forEach(all::add);
    }
    return all;
  }

  /** All of it, in the order of the agencies' codes. */
  List<Agency> agencies() {
    return tops.stream()
        .flatMap(top -> under(top).stream())
        .distinct()
        .map(organisation::getAgency)
        .toList();
  }

  private Stream<Agency> topmostOthers() {
    return organisation.topmostAgencies().stream()
        .filter(agency -> !agency.id().equals(GOVERNMENT_OFFICE));
  }

  private boolean keepsPortal() {
    return tops.contains(GOVERNMENT_OFFICE);
  }

  private boolean isTopmost(AgencyId agency) {
    return organisation.findAgency(agency).filter(a -> a.parent() == null).isPresent();
  }
}
