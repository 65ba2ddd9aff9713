package org.motcua.dossiers.filling;

import java.time.Instant;
import org.motcua.forms.PageQuestions;

/**
 * A row of a table as it is shown.
 *
 * @param each what a row is called: "Thành viên"
 * @param number which of the rows it is, from 1
 * @param here the address that takes it
 * @param back the page with the table
 * @param roomForMore whether another may follow
 * @param review whether the applicant came from the review, and goes back there
 */
public record RowPageView(
    String service,
    String each,
    int number,
    PageQuestions questions,
    String here,
    String back,
    boolean roomForMore,
    Instant savedAt,
    boolean review) {}
