package org.motcua.dossiers.together;

import java.time.Instant;
import org.motcua.forms.PageQuestions;

/**
 * A page of the common questions as it is shown.
 *
 * @param number which of the pages that are asked, from 1
 */
public record CommonPageView(
    String here,
    String name,
    PageQuestions questions,
    int number,
    int total,
    String back,
    boolean review,
    Instant changedAt) {}
