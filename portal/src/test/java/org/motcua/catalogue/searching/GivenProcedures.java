package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.ProcedureStore;

/**
 * Procedures that are made when they are read, in the order of their codes: as many as one likes,
 * none of them held.
 */
final class GivenProcedures implements ProcedureStore {

  private final List<ProcedureCode> codes;
  private final IntFunction<Procedure> made;

  GivenProcedures(List<ProcedureCode> codes, IntFunction<Procedure> made) {
    this.codes = codes;
    this.made = made;
  }

  static GivenProcedures of(Collection<Procedure> procedures) {
    var sorted = procedures.stream().sorted((a, b) -> a.code().compareTo(b.code())).toList();
    return new GivenProcedures(sorted.stream().map(Procedure::code).toList(), sorted::get);
  }

  int size() {
    return codes.size();
  }

  Procedure get(int place) {
    return made.apply(place);
  }

  @Override
  public Optional<Procedure> find(ProcedureCode code) {
    var place = java.util.Collections.binarySearch(codes, code);
    return place < 0 ? Optional.empty() : Optional.of(made.apply(place));
  }

  @Override
  public List<Procedure> findAll(Collection<ProcedureCode> wanted) {
    return wanted.stream().flatMap(code -> find(code).stream()).toList();
  }

  @Override
  public List<Procedure> families(Collection<ProcedureCode> national) {
    var members = new ArrayList<Procedure>();
    for (var i = 0; i < codes.size(); i++) {
      if (national.contains(codes.get(i).national())) members.add(made.apply(i));
    }
    return members;
  }

  @Override
  public List<Procedure> list(@Nullable ProcedureCode after, int limit) {
    var begin = after == null ? 0 : java.util.Collections.binarySearch(codes, after) + 1;
    var some = new ArrayList<Procedure>();
    for (var i = begin; i < Math.min(codes.size(), begin + limit); i++) some.add(made.apply(i));
    return some;
  }

  @Override
  public List<ProcedureCode> codes(@Nullable ProcedureCode after, int limit) {
    return list(after, limit).stream().map(Procedure::code).toList();
  }
}
