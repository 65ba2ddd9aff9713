package org.motcua.dossiers.model;

import java.time.LocalDate;
import java.util.UUID;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

/** An officer is away from the first to the last day; his substitute goes on with his dossiers. */
public record Absence(
    UUID id,
    AgencyId agency,
    OfficerId officer,
    OfficerId substitute,
    LocalDate firstDay,
    LocalDate lastDay) {

  public boolean isOn(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
