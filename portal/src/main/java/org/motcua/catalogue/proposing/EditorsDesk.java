package org.motcua.catalogue.proposing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.proposing.model.Entry;
import org.motcua.catalogue.proposing.model.Entry.Event;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who sits at the editors' desk, what he sees there, and the book in which all is written down. */
@Component
class EditorsDesk {

  private static final EnumSet<Role> ROLES =
      EnumSet.of(Role.PROCEDURE_EDITOR, Role.PROCEDURE_CONTROLLER);

  private final ProposalStore proposals;
  private final Posts posts;
  private final Organisation organisation;
  private final AuditTrail audit;
  private final Clock clock;

  EditorsDesk(
      ProposalStore proposals,
      Posts posts,
      Organisation organisation,
      AuditTrail audit,
      Clock clock) {
    this.proposals = proposals;
    this.posts = posts;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody with posts at several agencies sits at the first one's desk. */
  Optional<Editor> editor(CurrentUser user) {
    var held =
        posts.postsOf(new OfficerId(user.id().value())).stream()
            .filter(post -> ROLES.contains(post.role()))
            .toList();
    if (held.isEmpty()) return Optional.empty();
    var agency = held.getFirst().agency();
    var roles = EnumSet.noneOf(Role.class);
    held.stream().filter(post -> post.agency().equals(agency)).map(Post::role).forEach(roles::add);
    return Optional.of(new Editor(user.id(), user.name(), agency, roles))
        .filter(editor -> organisation.findAgency(editor.authority()).isPresent());
  }

  /** A proposal that this officer may read; for anybody else it does not exist. */
  Optional<Proposal> find(ProposalId id, Editor editor) {
    return proposals.find(id).filter(editor::sees);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Proposal> findForUpdate(ProposalId id, Editor editor) {
    return proposals.findForUpdate(id).filter(editor::sees);
  }

  /** As finely as the database keeps it, so that what was saved is what is read. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Into the proposal's history and into the audit trail. */
  @Transactional(propagation = Propagation.MANDATORY)
  void record(Proposal proposal, Event event, Editor editor, @Nullable String comment) {
    proposals.append(proposal.id(), new Entry(proposal.changedAt(), event, editor.who(), comment));
    var details = new HashMap<String, String>();
    details.put("kind", proposal.kind().name());
    details.put("stage", proposal.stage().name());
    details.put("revision", Integer.toString(proposal.revision()));
    if (proposal.code() != null) details.put("code", proposal.code().value());
    audit.record(
        editor.actor(),
        "catalogue.proposal-" + event.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "proposal",
        proposal.id().toString(),
        details);
  }
}
