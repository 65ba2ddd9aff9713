package org.motcua.organisation;

/** What an officer does at an agency; one officer may hold several. */
public enum Role {
  /** Receives dossiers at the one-stop counter, asks for additions. */
  RECEPTION,
  /** Examines a dossier and prepares its result. */
  SPECIALIST,
  /** Heads a section: assigns and checks specialists' work. */
  HEAD,
  /** Decides and signs for the agency. */
  LEADER,
  /** Hands results over. */
  RESULT_DESK,
  /** Keeps posts, calendar and services of the agency and those below it. */
  ADMINISTRATOR,
  /** Answers the hotline; helps people who cannot sign in. */
  SUPPORT,
  /** Drafts procedures' texts and answers questions on them. */
  PROCEDURE_EDITOR,
  /**
   * Approves procedures' texts for a ministry or province; at the Government Office, publishes
   * them.
   */
  PROCEDURE_CONTROLLER,
  /**
   * Looks after the money that goes to the agency and those below it; at the Government Office,
   * after all of it, and closes its days.
   */
  ACCOUNTANT
}
