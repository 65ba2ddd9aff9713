package org.motcua.forms;

/**
 * What is wrong with an answer, said to the person who gave it.
 *
 * @param fieldId the id of the input that the error summary links to
 */
public record Fault(String pageId, String questionId, String fieldId, String text) {}
