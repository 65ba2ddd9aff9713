package org.motcua.dossiers.model;

/** What somebody does to a dossier; most acts move its status, some keep it. */
public enum Act {
  SUBMIT,
  ACCEPT,
  REFUSE,
  /** A head or leader says who is to handle it. */
  ASSIGN,
  /** A specialist takes it in hand. */
  TAKE_UP,
  /** Whoever has it in hand lays it down for another. */
  HAND_BACK,
  /** Done here: to the next step of the route. */
  PASS_ON,
  /** Not content: to the step before. */
  SEND_BACK,
  REQUEST_ADDITIONS,
  SUPPLY_ADDITIONS,
  REQUEST_PAYMENT,
  SETTLE_PAYMENT,
  /** Others are asked for an opinion, or given a part of the work; the dossier stays here. */
  ENTRUST,
  /** The question is taken back. */
  RECALL,
  /** Those who were asked answer, or give back what they did. */
  REPORT_BACK,
  /** A new appointment, with an apology, before or after the old one has gone by. */
  APOLOGISE,
  REQUEST_WITHDRAWAL,
  GRANT_WITHDRAWAL,
  DENY_WITHDRAWAL,
  STOP,
  APPROVE,
  /** The result reaches the applicant online or by post. */
  RETURN_RESULT,
  /** The result is given to the post, which has yet to deliver it. */
  SEND_BY_POST,
  /** The result is handed over at the counter. */
  HAND_OVER,
  CORRECT_RESULT,
  REVOKE_RESULT
}
