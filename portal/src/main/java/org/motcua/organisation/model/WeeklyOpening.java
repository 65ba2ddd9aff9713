package org.motcua.organisation.model;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.UnitCode;

/**
 * @param province where; {@code null} in every province that has no hours of its own on this day
 */
public record WeeklyOpening(@Nullable UnitCode province, DayOfWeek weekday, Opening opening) {}
