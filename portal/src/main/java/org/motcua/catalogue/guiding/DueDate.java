package org.motcua.catalogue.guiding;

import java.time.LocalDate;
import java.util.List;
import org.motcua.organisation.Deadline.Day;

/**
 * By when there is an answer to what is filed today.
 *
 * @param weekends how many weekend days on the way do not count
 * @param holidays those that do not count, in order
 * @param confirmed whether every day on the way is certain: the government announces some late
 */
public record DueDate(
    LocalDate filedOn, LocalDate day, int weekends, List<Day> holidays, boolean confirmed) {}
