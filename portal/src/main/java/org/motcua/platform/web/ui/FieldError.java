package org.motcua.platform.web.ui;

/** What is wrong with which field; the error summary links to the element of this id. */
public record FieldError(String fieldId, String text) {}
