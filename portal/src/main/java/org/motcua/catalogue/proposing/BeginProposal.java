package org.motcua.catalogue.proposing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.proposing.BeginProposal.Beginning.Begun;
import org.motcua.catalogue.proposing.BeginProposal.Beginning.NoSuchProcedure;
import org.motcua.catalogue.proposing.BeginProposal.Beginning.NotYours;
import org.motcua.catalogue.proposing.BeginProposal.Beginning.UnderWay;
import org.motcua.catalogue.proposing.checking.Findings;
import org.motcua.catalogue.proposing.model.Entry.Event;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalId;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.model.Publishers;
import org.motcua.catalogue.proposing.model.SavedSection;
import org.motcua.catalogue.proposing.model.State;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.Section;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a draft, with the text that is published as its beginning. */
@Service
class BeginProposal {

  private final EditorsDesk desk;
  private final ProposalStore proposals;
  private final Catalogue catalogue;
  private final VersionStore versions;
  private final Findings findings;
  private final Keepers keepers;

  BeginProposal(
      EditorsDesk desk,
      ProposalStore proposals,
      Catalogue catalogue,
      VersionStore versions,
      Findings findings,
      Keepers keepers) {
    this.desk = desk;
    this.proposals = proposals;
    this.catalogue = catalogue;
    this.versions = versions;
    this.findings = findings;
    this.keepers = keepers;
  }

  /**
   * @param id made by the page that asks, so that a second click finds the first one's draft
   */
  @Transactional
  Beginning beginNew(ProposalId id, Editor editor) {
    return editor.drafts()
        ? add(id, Kind.NEW, null, null, DraftText.EMPTY, editor)
        : new NotYours();
  }

  @Transactional
  Beginning begin(ProposalId id, Kind kind, ProcedureCode code, Editor editor) {
    var published = catalogue.find(code);
    if (published.isEmpty() || kind == Kind.NEW) return new NoSuchProcedure();
    if (!keepers.mayPropose(editor, published.get()).contains(kind)) return new NotYours();
    var about = kind == Kind.COPY ? code.copyOf(editor.authority()) : code;
    versions.lock(about);
    return underWay(about, editor)
        .<Beginning>map(UnderWay::new)
        .orElseGet(() -> begin(id, kind, about, published.get(), editor));
  }

  private Beginning begin(
      ProposalId id, Kind kind, ProcedureCode code, Procedure published, Editor editor) {
    // What is published ahead is amended as it will be, not as it is today.
    var newest = findings.newest(published.code()).filter(version -> !version.isAbolition());
    var text = newest.map(versions::getText).orElse(published);
    var base = newest.map(Version::number).orElse(null);
    var draft = DraftText.of(text).with("code", code.value());
    if (kind == Kind.COPY) draft = draft.without("nationalId").without("nationalWording");
    return add(id, kind, code, base, draft, editor);
  }

  /** Colleagues who want the same meet in one draft. */
  private Optional<Proposal> underWay(ProcedureCode code, Editor editor) {
    return proposals.listOpen(code).stream()
        .filter(open -> open.agency().equals(editor.agency()))
        .findFirst();
  }

  private Beginning add(
      ProposalId id,
      Kind kind,
      @Nullable ProcedureCode code,
      @Nullable Integer base,
      DraftText text,
      Editor editor) {
    var now = desk.now();
    Map<Section, SavedSection> unsaved = new EnumMap<>(Section.class);
    var proposal =
        new Proposal(
            id,
            kind,
            editor.agency(),
            editor.authority(),
            Publishers.publisherOf(code, editor.authority()),
            code,
            base,
            text,
            Map.of(),
            unsaved,
            Set.of(editor.account()),
            new State.Draft(),
            1,
            now,
            now);
    if (!proposals.add(proposal)) {
      return desk.find(id, editor).<Beginning>map(UnderWay::new).orElseGet(NotYours::new);
    }
    desk.record(proposal, Event.BEGUN, editor, null);
    return new Begun(proposal);
  }

  sealed interface Beginning {
    record Begun(Proposal proposal) implements Beginning {}

    /** The agency is at it already. */
    record UnderWay(Proposal proposal) implements Beginning {}

    /** Another ministry or province keeps it, or this officer only controls. */
    record NotYours() implements Beginning {}

    record NoSuchProcedure() implements Beginning {}
  }
}
