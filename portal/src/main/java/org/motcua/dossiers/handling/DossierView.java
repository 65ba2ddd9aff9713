package org.motcua.dossiers.handling;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Apology;
import org.motcua.dossiers.model.Attachment;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.Correction;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HandedIn;
import org.motcua.dossiers.model.Revocation;
import org.motcua.dossiers.papers.TakenFiles;
import org.motcua.dossiers.paying.FeeStanding;
import org.motcua.dossiers.signing.Signatures;
import org.motcua.dossiers.telling.AgencyPaper;
import org.motcua.dossiers.telling.EntrustedView;
import org.motcua.dossiers.telling.OutsideView;
import org.motcua.dossiers.telling.PostView;
import org.motcua.eservices.Paper;
import org.motcua.forms.Summary;
import org.motcua.organisation.OfficerId;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Page;
import org.motcua.platform.web.ui.TimelineEntry;

/**
 * One dossier as an officer sees it.
 *
 * @param taken which files came out of the applicant's store
 * @param entrusted what others were asked
 * @param charge what the applicant owes; null: nothing
 * @param fees how far that is paid; null: it costs nothing
 * @param apology the new appointment, if there is one
 * @param forms what can be printed
 * @param colleagues to whom this officer may give it
 * @param handler who has it in hand
 * @param acts what this officer may do now
 * @param steps the way along the route
 * @param outside how far it is with the one who handles it outside; null: officers handle it
 * @param comparedWith when that was handed in with which the answers are compared; null if there is
 *     nothing earlier
 * @param submittedBy who handed it in for the applicant; null: the applicant
 * @param notice what became of the officer's act, if it was not carried out
 * @param whole whether the officer's post needs answers and papers, too
 * @param contact whether it needs the applicant's phone
 * @param revocation if the result no longer holds
 * @param correction if a right result is being made
 * @param post how the result goes out
 */
public record DossierView(
    Dossier dossier,
    String agency,
    String service,
    String stepTitle,
    Summary summary,
    List<PaperRow> papers,
    TakenFiles taken,
    List<SignatureRow> signatures,
    List<TimelineEntry> history,
    @Nullable OutsideView outside,
    List<EntrustedView> entrusted,
    @Nullable AdditionRequest request,
    @Nullable Charge charge,
    @Nullable FeeStanding fees,
    @Nullable Apology apology,
    List<AgencyPaper> forms,
    Set<DeskAct> acts,
    List<Colleague> colleagues,
    @Nullable String handler,
    boolean late,
    @Nullable Instant comparedWith,
    @Nullable String submittedBy,
    @Nullable String notice,
    boolean whole,
    boolean contact,
    @Nullable Revocation revocation,
    @Nullable Correction correction,
    PostView post) {

  /** Whether a decision would be one without somebody who was asked. */
  public boolean awaitsOthers() {
    return entrusted.stream().anyMatch(each -> each.part().waiting());
  }

  /** While a corrected result is being made, there is none to correct or to revoke. */
  public boolean may(DeskAct act) {
    return switch (act) {
      case CORRECT_RESULT, REVOKE_RESULT -> acts.contains(act) && correction == null;
      default -> acts.contains(act);
    };
  }

  /** Files out of the applicant's store that answer questions. */
  public List<Attachment> takenAnswers() {
    return dossier.attachments().stream()
        .filter(file -> taken.of(file) != null)
        .filter(file -> papers.stream().noneMatch(paper -> paper.files().contains(file)))
        .toList();
  }

  /** Ready, but for the money. */
  public boolean awaitsFee() {
    return charge != null && charge.settlement() == null && dossier.allows(Act.HAND_OVER);
  }

  public boolean idle() {
    return acts.stream().noneMatch(this::may);
  }

  /** How many answers and papers are not as they were. */
  public long changes() {
    return summary.changed()
        + papers.stream().filter(row -> !row.added().isEmpty() || !row.removed().isEmpty()).count();
  }

  /**
   * A paper that the service asks for in this case, and the files handed in for it.
   *
   * @param added those that came with the additions
   * @param removed the names of those that were there before
   */
  public record PaperRow(
      String id, String name, List<Attachment> files, Set<UUID> added, List<String> removed) {

    static PaperRow of(Paper paper, String name, Dossier dossier, @Nullable HandedIn before) {
      var files = dossier.attachmentsOf(paper.id());
      if (before == null) return new PaperRow(paper.id(), name, files, Set.of(), List.of());
      var was = before.papers().stream().filter(file -> file.paper().equals(paper.id())).toList();
      var is = files.stream().map(file -> file.document().value()).collect(Collectors.toSet());
      var added = new HashSet<>(is);
      was.forEach(file -> added.remove(file.document()));
      return new PaperRow(
          paper.id(),
          name,
          files,
          added,
          was.stream()
              .filter(file -> !is.contains(file.document()))
              .map(HandedIn.Paper::name)
              .toList());
    }

    public boolean isNew(Attachment file) {
      return added.contains(file.document().value());
    }
  }

  /**
   * Somebody besides the applicant who has signed the application as it is.
   *
   * @param title as what he has
   */
  public record SignatureRow(String title, String name, String at) {

    static SignatureRow of(Signatures.Given given, Language language) {
      return new SignatureRow(
          given.title().in(language),
          given.signature().name(),
          new Formats(language).dateTime(given.signature().at()));
    }
  }

  /**
   * Somebody to whom dossiers can be given.
   *
   * @param standIn who gets them, while he is away
   */
  public record Colleague(OfficerId id, String name, @Nullable Colleague standIn) {

    OfficerId whoDoesIt() {
      return standIn == null ? id : standIn.id();
    }

    /** As history tells it. */
    String told() {
      return standIn == null ? name : standIn.name() + " (thay " + name + ")";
    }

    public String label(Page page) {
      return standIn == null ? name : page.t("dossiers.desk.away", name, standIn.name());
    }
  }

  /** What buttons there are. */
  public enum DeskAct {
    ACCEPT,
    REFUSE,
    REQUEST_ADDITIONS,
    ASSIGN,
    TAKE_UP,
    HAND_BACK,
    PREPARE,
    SEND_BACK,
    DECIDE,
    STOP,
    REQUEST_PAYMENT,
    SETTLE_FEE,
    APOLOGISE,
    GRANT_WITHDRAWAL,
    HAND_OVER,
    SEND_BY_POST,
    CORRECT_RESULT,
    REVOKE_RESULT,
    ENTRUST
  }
}
