package org.motcua.eservices;

import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expression;
import org.motcua.forms.Words;

/**
 * Somebody besides the applicant who signs the application before it is handed in.
 *
 * @param who the question that is answered by the signer's ID number, or by who the signer is
 * @param when the case in which he signs; always, if there is none
 */
public record Signer(String id, Words title, String who, @Nullable Expression when) {}
