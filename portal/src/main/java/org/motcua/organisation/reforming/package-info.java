/** Administrators bring the country from the arrangement of 2020 to that of 2025. */
@NullMarked
package org.motcua.organisation.reforming;

import org.jspecify.annotations.NullMarked;
