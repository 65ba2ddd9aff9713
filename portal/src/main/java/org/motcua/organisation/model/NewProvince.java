package org.motcua.organisation.model;

import java.util.List;
import java.util.stream.Stream;
import org.motcua.organisation.UnitCode;

/**
 * A province after a reform.
 *
 * @param predecessors which provinces went into it; the committee of the first one carries on
 */
public record NewProvince(UnitCode code, String fullName, List<UnitCode> predecessors) {

  /** The 34 provinces of 1 July 2025. */
  public static List<NewProvince> of2025() {
    return SeedFile.read("provinces-2025.tsv").stream().map(NewProvince::read).toList();
  }

  private static NewProvince read(List<String> line) {
    var predecessors = Stream.of(line.get(2).split(",")).map(UnitCode::new).toList();
    return new NewProvince(new UnitCode(line.get(0)), line.get(1), predecessors);
  }
}
