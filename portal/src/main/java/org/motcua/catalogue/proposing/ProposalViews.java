package org.motcua.catalogue.proposing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.proposing.ProposalView.Newer;
import org.motcua.catalogue.proposing.ProposalView.Part;
import org.motcua.catalogue.proposing.checking.Finding;
import org.motcua.catalogue.proposing.checking.Findings;
import org.motcua.catalogue.proposing.checking.TextChecks;
import org.motcua.catalogue.proposing.model.Act;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.catalogue.proposing.model.Proposal;
import org.motcua.catalogue.proposing.model.ProposalStore;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.catalogue.reading.Differences;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.web.Page;
import org.springframework.stereotype.Component;

/** Puts together what a proposal's page shows. */
@Component
class ProposalViews {

  private final ProposalStore proposals;
  private final Findings findings;
  private final VersionStore versions;
  private final Organisation organisation;

  ProposalViews(
      ProposalStore proposals,
      Findings findings,
      VersionStore versions,
      Organisation organisation) {
    this.proposals = proposals;
    this.findings = findings;
    this.versions = versions;
    this.organisation = organisation;
  }

  ProposalView of(
      Proposal proposal,
      Editor editor,
      @Nullable String notice,
      Map<String, String> typed,
      Page page) {
    var open = proposal.stage().open();
    var found = open ? findings.of(proposal) : List.<Finding>of();
    var base = findings.baseText(proposal);
    return new ProposalView(
        proposal,
        name(proposal.agency()),
        name(proposal.authority()),
        name(proposal.publisher()),
        parts(proposal, found),
        found,
        proposals.historyOf(proposal.id()),
        acts(proposal, editor),
        editor.writes(proposal),
        ownWork(proposal, editor),
        proposal.kind() == Kind.ABOLITION
            ? List.of()
            : base.map(text -> differences(text, proposal.text(), page)).orElse(List.of()),
        open ? newer(proposal, base.orElse(null), page) : null,
        notice,
        typed);
  }

  private static List<Part> parts(Proposal proposal, List<Finding> found) {
    return TextChecks.sectionsOf(proposal.kind()).stream()
        .map(
            section ->
                new Part(
                    section,
                    count(found, section, true),
                    count(found, section, false),
                    proposal.saved().containsKey(section)))
        .toList();
  }

  private static long count(List<Finding> found, Section section, boolean errors) {
    return found.stream()
        .filter(finding -> finding.section() == section && finding.isError() == errors)
        .count();
  }

  private static Set<Act> acts(Proposal proposal, Editor editor) {
    var acts = EnumSet.noneOf(Act.class);
    for (var act : Act.values()) {
      var decides = act == Act.APPROVE || act == Act.PUBLISH;
      if (editor.may(act, proposal) && !(decides && proposal.isBy(editor.account()))) acts.add(act);
    }
    return acts;
  }

  private static boolean ownWork(Proposal proposal, Editor editor) {
    return proposal.isBy(editor.account())
        && (editor.may(Act.APPROVE, proposal) || editor.may(Act.PUBLISH, proposal));
  }

  private @Nullable Newer newer(Proposal proposal, @Nullable DraftText base, Page page) {
    var version = findings.newerThanBase(proposal).orElse(null);
    if (version == null || base == null) return null;
    var newest = DraftText.of(versions.getText(version));
    var theirs = newest.namesChangedSince(base);
    var clashes =
        proposal.text().namesChangedSince(base).stream()
            .filter(name -> theirs.contains(name) && !name.equals("code"))
            .map(name -> "catalogue.proposing.field." + name)
            .toList();
    return new Newer(version, differences(base, newest, page), clashes);
  }

  private static List<Differences.Part> differences(DraftText before, DraftText after, Page page) {
    return Differences.between(
        before.without("decision").toProcedure(null),
        after
            .without("decision")
            .with("code", before.code().orElse(DraftText.UNKNOWN).value())
            .toProcedure(null),
        page);
  }

  private String name(AgencyId agency) {
    return organisation.getAgency(agency).name();
  }
}
