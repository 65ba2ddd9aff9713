package org.motcua.dossiers.handling;

import java.util.Set;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.organisation.Role;

/** How much of a dossier a post needs to see; {@code docs/desk.md} has it as a table. */
public enum Sight {
  /** Not even that it is there. */
  NONE,
  /** Whose it is, how it stands and what became of it; neither answers nor papers. */
  FACTS,
  WHOLE;

  /**
   * @param accepted whether reception has taken it, perhaps long ago
   */
  static Sight of(Role role, DossierStatus status, boolean accepted) {
    if (status.draft()) return NONE;
    return switch (role) {
      case LEADER -> WHOLE;
      case RECEPTION -> receiving(status, accepted);
      case SPECIALIST, HEAD -> handling(status, accepted);
      case RESULT_DESK ->
          status == DossierStatus.FINISHED || status == DossierStatus.RETURNED ? FACTS : NONE;
      case ADMINISTRATOR, SUPPORT, PROCEDURE_EDITOR, PROCEDURE_CONTROLLER, ACCOUNTANT -> NONE;
    };
  }

  /**
   * Of a dossier about which an agency was asked: what it was shown, until it has answered. Chosen
   * papers come besides the facts.
   */
  static Sight of(Entrusted part, Set<Role> roles) {
    if (!roles.contains(part.role())) return NONE;
    return switch (part.state()) {
      case ASKED, TAKEN_UP -> part.shown().whole() ? WHOLE : FACTS;
      case ANSWERED -> FACTS;
      case WITHDRAWN, OVERTAKEN -> NONE;
    };
  }

  /** Reads what comes in; of what is handled behind the counter it can say how it stands. */
  private static Sight receiving(DossierStatus status, boolean accepted) {
    return switch (status) {
      case REGISTERED -> WHOLE;
      case ADDITIONS_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED -> accepted ? FACTS : WHOLE;
      default -> FACTS;
    };
  }

  /** Reads what reception has taken, until it is decided. */
  private static Sight handling(DossierStatus status, boolean accepted) {
    return switch (status) {
      case ACCEPTED, IN_PROCESS -> WHOLE;
      case ADDITIONS_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED -> accepted ? WHOLE : NONE;
      case STOPPED, FINISHED, RETURNED -> accepted ? FACTS : NONE;
      case DRAFT, REGISTERED, REFUSED -> NONE;
    };
  }
}
