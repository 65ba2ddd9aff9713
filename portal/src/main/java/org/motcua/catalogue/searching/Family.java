package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.List;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.organisation.AgencyId;

/**
 * A ministry's procedure and the copies that provinces keep of it. They change places in a search
 * with the reader's province, so that what is in the index of one depends on the others.
 */
record Family(ProcedureCode national, List<Procedure> members) {

  /** Splits procedures, sorted by code, into their families. */
  static List<Family> of(List<Procedure> sorted) {
    var families = new ArrayList<Family>();
    var begin = 0;
    for (var i = 1; i <= sorted.size(); i++) {
      var national = sorted.get(begin).code().national();
      if (i < sorted.size() && sorted.get(i).code().national().equals(national)) continue;
      families.add(new Family(national, List.copyOf(sorted.subList(begin, i))));
      begin = i;
    }
    return families;
  }

  /** Whether a copy has no original in force: then it is found like one, from everywhere. */
  boolean orphaned(Procedure member) {
    return member.code().isProvincial() && members.getFirst().code().isProvincial();
  }

  /** The agencies whose readers are shown their copy instead of the original. */
  List<String> keepers() {
    return members.stream()
        .flatMap(member -> member.code().keeper().stream())
        .map(AgencyId::value)
        .toList();
  }
}
