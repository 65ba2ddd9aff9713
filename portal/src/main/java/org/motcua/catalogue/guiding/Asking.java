package org.motcua.catalogue.guiding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every page that asks something shows besides its question.
 *
 * @param id of the question; {@code place} for the place
 * @param number which question it is for this person, from 1
 * @param fault the key of what is wrong with the answer
 * @param carried the other answers, sent along by the form
 * @param answered what was answered before
 * @param back one step back
 */
public record Asking(
    String id,
    int number,
    @Nullable String fault,
    Map<String, String> carried,
    List<AnsweredQuestion> answered,
    String back) {}
