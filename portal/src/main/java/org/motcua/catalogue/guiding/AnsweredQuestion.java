package org.motcua.catalogue.guiding;

/**
 * @param change the address at which it is asked again
 */
public record AnsweredQuestion(Words question, Words answer, String change) {}
