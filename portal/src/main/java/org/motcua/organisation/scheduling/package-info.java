/** Administrators keep the calendar: public holidays, swapped days, half days. */
@NullMarked
package org.motcua.organisation.scheduling;

import org.jspecify.annotations.NullMarked;
