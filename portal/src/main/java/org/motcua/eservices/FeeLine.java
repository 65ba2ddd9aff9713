package org.motcua.eservices;

import org.jspecify.annotations.Nullable;
import org.motcua.forms.Words;

/**
 * A fee that one applicant has to pay.
 *
 * @param full what it would be without the discount
 * @param discount why it is less, if it is
 */
public record FeeLine(Words name, long dong, long full, @Nullable Words discount) {}
