package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.ServiceSlug;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;

/**
 * Several dossiers that one applicant fills in and hands in together.
 *
 * @param packaged the package of services that it is
 * @param answers what they have in common; empty once all of it is handed in
 * @param submittedAt {@code null} while it is filled in
 */
public record Bundle(
    BundleId id,
    AccountId applicant,
    ServiceSlug packaged,
    Answers answers,
    List<Part> parts,
    Instant changedAt,
    @Nullable Instant submittedAt) {

  public Bundle {
    parts = List.copyOf(parts);
  }

  /** How far one of them is. */
  public enum State {
    FILLED_IN,
    /** Waits for what another results in, and is then handed in by the portal. */
    WAITS,
    HANDED_IN,
    /** Its applicant has it back, as a draft like any other. */
    LET_GO
  }

  /** Why a part was let go. */
  public enum Reason {
    /** What it waited for was not accepted. */
    REFUSED,
    /** What it waited for ended without a result. */
    STOPPED,
    /** With what came over something is missing or wrong. */
    INCOMPLETE,
    /** Its applicant wanted it back. */
    WISHED
  }

  /**
   * One of them.
   *
   * @param waiting what it waits for; {@code null}: nothing
   * @param reason why it was let go
   */
  public record Part(
      DossierId dossier,
      ServiceSlug service,
      State state,
      @Nullable Waiting waiting,
      @Nullable Reason reason) {}

  /**
   * @param dossier whose result it is
   * @param paper as which paper it is enclosed; {@code null}: as none
   * @param answers where the answer to each question comes from, by the other's form or result
   */
  public record Waiting(DossierId dossier, @Nullable String paper, Map<String, String> answers) {

    public Waiting {
      answers = Map.copyOf(answers);
    }

    public boolean brings(String question) {
      return answers.containsKey(question);
    }
  }

  public boolean sent() {
    return submittedAt != null;
  }

  public Optional<Part> find(DossierId dossier) {
    return parts.stream().filter(part -> part.dossier().equals(dossier)).findFirst();
  }

  public Optional<Part> find(ServiceSlug service) {
    return parts.stream().filter(part -> part.service().equals(service)).findFirst();
  }
}
