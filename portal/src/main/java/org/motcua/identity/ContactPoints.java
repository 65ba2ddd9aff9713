package org.motcua.identity;

import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;

/**
 * How to reach somebody, and in which language.
 *
 * @param phone in international form, such as {@code +84912000001}
 * @param email null until its holder has shown that it is his
 */
public record ContactPoints(String phone, @Nullable String email, Language language) {}
