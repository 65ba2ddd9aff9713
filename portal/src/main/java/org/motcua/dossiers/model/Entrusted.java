package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Role;

/**
 * A part of a dossier with which others are entrusted: they give their opinion, or do a piece of
 * the work. The dossier stays with the agency that decides.
 *
 * @param step of the route, counted from 0, at which it was asked
 * @param ofRoute the service's route has this step done elsewhere; its answer leads to the next
 * @param agency who is asked, those of its officers with this role
 * @param hours working hours of the agency that is asked
 */
public record Entrusted(
    UUID id,
    DossierId dossier,
    DossierCode code,
    Kind kind,
    int step,
    boolean ofRoute,
    Asker asker,
    AgencyId agency,
    Role role,
    String question,
    Shown shown,
    Instant askedAt,
    int hours,
    Instant dueAt,
    @Nullable Taken taken,
    @Nullable Ending ending) {

  public enum Kind {
    OPINION,
    WORK
  }

  public enum State {
    ASKED,
    TAKEN_UP,
    ANSWERED,
    WITHDRAWN,
    /** The dossier was decided, or ended, before there was an answer. */
    OVERTAKEN
  }

  /** Of an opinion: agreed or not; of work: done or not. */
  public enum Verdict {
    AGREE,
    DISAGREE,
    NONE
  }

  /**
   * @param account none: the route itself, or an officer who works elsewhere
   */
  public record Asker(AgencyId agency, @Nullable AccountId account, String name) {}

  /**
   * What of the dossier those who are asked see besides whose it is and how it stands.
   *
   * @param papers documents, where not all is shown
   */
  public record Shown(boolean whole, Set<UUID> papers) {

    public Shown {
      papers = Set.copyOf(papers);
    }
  }

  /**
   * @param officer none: one who works elsewhere
   */
  public record Taken(@Nullable OfficerId officer, String name, Instant at) {}

  /**
   * @param state {@code ANSWERED}, {@code WITHDRAWN} or {@code OVERTAKEN}
   * @param verdict only of an answer
   * @param paper what came with the answer
   */
  public record Ending(
      State state,
      Instant at,
      String by,
      @Nullable Verdict verdict,
      String words,
      @Nullable Paper paper) {}

  public record Paper(DocumentId document, String name) {}

  public State state() {
    if (ending != null) return ending.state();
    return taken == null ? State.ASKED : State.TAKEN_UP;
  }

  public boolean waiting() {
    return ending == null;
  }

  /** Not answered in time: still waiting, or answered too late. */
  public boolean late(Instant now) {
    return (ending == null ? now : ending.at()).isAfter(dueAt);
  }

  /** Work without which the step at which the dossier stands is not done. */
  public boolean holds(Dossier at) {
    return waiting() && kind == Kind.WORK && step == at.step();
  }

  public boolean shows(DocumentId document) {
    return shown.whole() || shown.papers().contains(document.value());
  }

  public Entrusted takenUp(Taken by) {
    return with(by, ending);
  }

  public Entrusted ended(Ending how) {
    return with(taken, how);
  }

  private Entrusted with(@Nullable Taken newTaken, @Nullable Ending newEnding) {
    return new Entrusted(
        id, dossier, code, kind, step, ofRoute, asker, agency, role, question, shown, askedAt,
        hours, dueAt, newTaken, newEnding);
  }
}
