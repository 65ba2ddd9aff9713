package org.motcua.dossiers.telling;

/**
 * A line of form 06, all in words; empty where nothing has happened yet.
 *
 * @param passedOn when the counter passed it on to be handled
 * @param finished when its result came back to the counter
 */
public record RegisterRow(
    int number,
    String code,
    String service,
    String applicant,
    String phone,
    String agency,
    String received,
    String due,
    String passedOn,
    String finished,
    String returned,
    String delivery,
    String takenBy,
    String remark) {}
