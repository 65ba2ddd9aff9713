package org.motcua.eservices;

import org.motcua.forms.Words;

/** A fee that one applicant has to pay. */
public record FeeLine(Words name, long dong) {}
