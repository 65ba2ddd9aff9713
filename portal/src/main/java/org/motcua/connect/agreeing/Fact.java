package org.motcua.connect.agreeing;

import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.PersonalData;

/**
 * One thing that an agency may learn of somebody, as he sees it.
 *
 * @param value null where the account does not know it
 * @param given whether he has decided to give it
 * @param fresh whether he has decided about others before and not about this one
 */
public record Fact(
    PersonalData data, String label, @Nullable String value, boolean given, boolean fresh) {}
