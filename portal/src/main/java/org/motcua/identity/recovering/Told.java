package org.motcua.identity.recovering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an officer was shown or told.
 *
 * @param number at the counter that of the paper; on the telephone another one than was typed first
 * @param seen whether he has compared paper and face
 */
record Told(String number, @Nullable LocalDate born, boolean seen) {}
