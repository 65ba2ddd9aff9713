package org.motcua.catalogue.guiding;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.motcua.catalogue.guiding.ChecklistRules.Fee;
import org.motcua.catalogue.guiding.ChecklistRules.Note;
import org.motcua.catalogue.guiding.ChecklistRules.Paper;
import org.motcua.catalogue.guiding.ChecklistRules.Place;
import org.motcua.catalogue.guiding.ChecklistRules.Time;

/** What one person needs for one procedure. */
public record Checklist(
    List<Paper> papers, List<Fee> fees, Time time, Place place, List<Note> notes) {

  /** The sum of the fees that have a number. */
  long dong() {
    return fees.stream()
        .flatMap(fee -> Stream.ofNullable(fee.dong()))
        .mapToLong(Long::longValue)
        .sum();
  }

  boolean feeByProvince() {
    return fees.stream().map(Fee::dong).anyMatch(Objects::isNull);
  }

  public List<Paper> handedIn() {
    return papers.stream().filter(paper -> !paper.show()).toList();
  }

  public List<Paper> shown() {
    return papers.stream().filter(Paper::show).toList();
  }
}
