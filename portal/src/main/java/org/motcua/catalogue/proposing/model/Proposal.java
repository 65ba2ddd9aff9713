package org.motcua.catalogue.proposing.model;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/**
 * What an agency wants to become of a procedure's text.
 *
 * @param agency whose editors write it
 * @param authority the ministry or province above that agency, whose control office approves
 * @param publisher who publishes it in the end
 * @param code the procedure it is about; null of a new one, whose code stands in its text
 * @param baseVersion the version that it amends or abolishes, or of which it is the copy
 * @param answers why a warning may stand, by its key
 * @param saved who saved which section last
 * @param authors everybody who has written in it
 * @param revision counts what was written
 */
public record Proposal(
    ProposalId id,
    Kind kind,
    AgencyId agency,
    AgencyId authority,
    AgencyId publisher,
    @Nullable ProcedureCode code,
    @Nullable Integer baseVersion,
    DraftText text,
    Map<String, String> answers,
    Map<Section, SavedSection> saved,
    Set<AccountId> authors,
    State state,
    int revision,
    Instant createdAt,
    Instant changedAt) {

  public Stage stage() {
    return state.stage();
  }

  public boolean editable() {
    return stage() == Stage.DRAFT || stage() == Stage.RETURNED;
  }

  public boolean isBy(AccountId account) {
    return authors.contains(account);
  }

  /** The answers to warnings stay: what the warning says may not have changed. */
  public Proposal save(Section section, DraftText typed, Who by, Instant at) {
    var sections = new EnumMap<Section, SavedSection>(Section.class);
    sections.putAll(saved);
    sections.put(section, new SavedSection(revision + 1, by, at));
    return changed(typed, answers, sections, withAuthor(by), baseVersion, state, at);
  }

  public Proposal onto(int version, DraftText merged, Who by, Instant at) {
    return changed(merged, answers, saved, withAuthor(by), version, state, at);
  }

  public Proposal answer(Map<String, String> more) {
    var all = new HashMap<>(answers);
    all.putAll(more);
    return changed(text, Map.copyOf(all), saved, authors, baseVersion, state, changedAt);
  }

  /** Who proposes has written it, even if every word is another's. */
  public Proposal proposed(Who by, Instant at) {
    return changed(
        text, answers, saved, withAuthor(by), baseVersion, new State.Proposed(by, at), at);
  }

  public Proposal move(State to, Instant at) {
    return changed(text, answers, saved, authors, baseVersion, to, at);
  }

  private Set<AccountId> withAuthor(Who who) {
    var all = new HashSet<>(authors);
    all.add(who.account());
    return Set.copyOf(all);
  }

  private Proposal changed(
      DraftText text,
      Map<String, String> answers,
      Map<Section, SavedSection> saved,
      Set<AccountId> authors,
      @Nullable Integer baseVersion,
      State state,
      Instant at) {
    return new Proposal(
        id,
        kind,
        agency,
        authority,
        publisher,
        code,
        baseVersion,
        text,
        answers,
        saved,
        authors,
        state,
        revision + 1,
        createdAt,
        at);
  }
}
