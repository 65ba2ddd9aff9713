package org.motcua.dossiers.telling;

import java.util.List;
import org.motcua.documents.StoredDocument;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.QueueRow;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.DataAccesses.Seen;
import org.motcua.identity.DataAccesses.Viewer;
import org.motcua.organisation.AgencyId;
import org.springframework.stereotype.Component;

/** Lets applicants know who has looked at their dossiers and papers. */
@Component
public class Looks {

  private static final String HANDLING = "dossiers.access.handling";
  private static final String CONSULTED = "dossiers.access.consulted";
  private static final String HANDING_OVER = "dossiers.access.handing_over";
  private static final String SEARCHING = "dossiers.access.searching";
  private static final String REGISTERING = "dossiers.access.registering";
  private static final String EXCHANGING = "dossiers.access.exchanging";

  private final DataAccesses accesses;

  Looks(DataAccesses accesses) {
    this.accesses = accesses;
  }

  public void officerOpens(Dossier dossier, CurrentUser officer, AgencyId agency) {
    accesses.record(seen(dossier), by(officer), agency, HANDLING);
  }

  public void officerOpens(StoredDocument paper, Dossier of, CurrentUser officer, AgencyId agency) {
    accesses.record(seen(paper, of), by(officer), agency, HANDLING);
  }

  /** One who was asked about it, perhaps at another agency. */
  public void askedOpens(Dossier dossier, CurrentUser officer, AgencyId agency) {
    accesses.record(seen(dossier), by(officer), agency, CONSULTED);
  }

  public void askedOpens(StoredDocument paper, Dossier of, CurrentUser officer, AgencyId agency) {
    accesses.record(seen(paper, of), by(officer), agency, CONSULTED);
  }

  /** Whose dossiers a search has shown him. */
  public void officerFinds(List<QueueRow> found, CurrentUser officer, AgencyId agency) {
    accesses.recordAll(
        found.stream()
            .map(
                row ->
                    new Seen(
                        row.account(),
                        "dossier-found:" + row.id(),
                        "dossiers.access.dossier",
                        row.code().value()))
            .toList(),
        by(officer),
        agency,
        SEARCHING);
  }

  /** Many at once, on a list that he takes with him. */
  public void officerLists(List<Dossier> dossiers, CurrentUser officer, AgencyId agency) {
    accesses.recordAll(
        dossiers.stream().map(Looks::seen).toList(), by(officer), agency, REGISTERING);
  }

  /** To somebody outside who handles it in his own system. */
  public void handedOver(Dossier dossier, String outside, AgencyId agency) {
    accesses.record(seen(dossier), new Viewer.Program(outside), agency, HANDING_OVER);
  }

  public void programReads(List<Dossier> dossiers, String client, AgencyId agency) {
    accesses.recordAll(
        dossiers.stream().map(Looks::seen).toList(),
        new Viewer.Program(client),
        agency,
        EXCHANGING);
  }

  /** One of a list that holds no more of it than this. */
  public record Listed(DossierId id, AccountId applicant, String code) {}

  public void programLists(List<Listed> dossiers, String client, AgencyId agency) {
    accesses.recordAll(
        dossiers.stream()
            .map(
                each ->
                    new Seen(
                        each.applicant(),
                        "dossier:" + each.id(),
                        "dossiers.access.dossier",
                        each.code()))
            .toList(),
        new Viewer.Program(client),
        agency,
        EXCHANGING);
  }

  private static Viewer by(CurrentUser officer) {
    return new Viewer.Officer(officer.id());
  }

  private static Seen seen(StoredDocument paper, Dossier of) {
    return new Seen(
        of.applicant().account(),
        "document:" + paper.id(),
        "dossiers.access.paper",
        paper.name() + " (" + of.submittedCode() + ")");
  }

  private static Seen seen(Dossier dossier) {
    return new Seen(
        dossier.applicant().account(),
        "dossier:" + dossier.id(),
        "dossiers.access.dossier",
        dossier.submittedCode().value());
  }
}
