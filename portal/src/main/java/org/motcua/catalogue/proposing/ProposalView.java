package org.motcua.catalogue.proposing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.proposing.checking.Finding;
import org.motcua.catalogue.proposing.checking.Findings;
import org.motcua.catalogue.proposing.model.Act;
import org.motcua.catalogue.proposing.model.Entry;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.Stage;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.catalogue.reading.Differences;

/**
 * A proposal as the officer who looks at it sees it.
 *
 * @param writes whether he may write in it now
 * @param acts what he may do with it now
 * @param ownWork he sits where it is decided, but has written in it
 * @param differences to the text it changes; of a copy, to the ministry's text
 * @param newer what was published meanwhile over what it began with
 * @param notice what became of an act that was refused
 * @param typed the answers and the comment that were sent with that act
 */
public record ProposalView(
    Proposal proposal,
    String agency,
    String authority,
    String publisher,
    List<Part> parts,
    List<Finding> findings,
    List<Entry> history,
    Set<Act> acts,
    boolean writes,
    boolean ownWork,
    List<Differences.Part> differences,
    @Nullable Newer newer,
    @Nullable String notice,
    Map<String, String> typed) {

  public record Part(Section section, long errors, long warnings, boolean saved) {}

  /**
   * @param differences between what the proposal began with and the newer version
   * @param clashes the fields that both have changed, as their labels' keys
   */
  public record Newer(Version version, List<Differences.Part> differences, List<String> clashes) {}

  public String here() {
    return "/desk/procedures/" + proposal.id();
  }

  /** The code of the published text that it began with. */
  public String published() {
    var code = Objects.requireNonNull(proposal.code());
    return Findings.baseCode(proposal.kind(), code).value();
  }

  public boolean may(Act act) {
    return acts.contains(act);
  }

  public List<Finding> errors() {
    return findings.stream().filter(Finding::isError).toList();
  }

  public List<Finding> warnings() {
    return findings.stream().filter(finding -> !finding.isError()).toList();
  }

  public List<Finding> unanswered() {
    return warnings().stream()
        .filter(warning -> !proposal.answers().containsKey(warning.id()))
        .toList();
  }

  /** The one act that leads on from here, if it is this officer's. */
  public @Nullable Act onward() {
    return acts.stream()
        .filter(act -> act == Act.PROPOSE || act == Act.APPROVE || act == Act.PUBLISH)
        .findFirst()
        .orElse(null);
  }

  public boolean hasText() {
    return proposal.kind() != Kind.ABOLITION;
  }

  /** Where it stands on the way from draft to publication, from 1; 0 off the way. */
  public int step() {
    return switch (proposal.stage()) {
      case DRAFT, RETURNED -> 1;
      case PROPOSED -> 2;
      case APPROVED -> 3;
      case PUBLISHED -> 4;
      case DISCARDED -> 0;
    };
  }

  public boolean open() {
    return proposal.stage() != Stage.PUBLISHED && proposal.stage() != Stage.DISCARDED;
  }
}
