package org.motcua.organisation.model;

import java.util.List;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.DepartmentKind;

/**
 * The rule by which agencies below a province's committee get their codes. Below {@code
 * 000.00.00.Hxx} the second part from the right, {@code NN}, is
 *
 * <ul>
 *   <li>01–30 for departments, the same number in every province: {@code 000.00.15.Hxx} is justice;
 *   <li>31–70 for districts, in the order of their unit codes: {@code 000.00.31.Hxx}; communes of a
 *       district count up to its left, in the order of theirs: {@code 000.01.31.Hxx};
 *   <li>71–99 for communes without a district, 99 to each number: {@code 000.01.71.Hxx} to {@code
 *       000.99.71.Hxx}, then {@code 000.01.72.Hxx}.
 * </ul>
 *
 * <p>Ours until the real codes are loaded: provinces number as they like.
 */
final class AgencyCodes {

  private static final int FIRST_DISTRICT = 31;
  private static final int LAST_DISTRICT = 70;
  private static final int FIRST_BLOCK = 71;
  private static final int BLOCK = 99;

  static AgencyId department(AgencyId province, DepartmentKind kind) {
    return code(0, kind.number(), province);
  }

  /**
   * @param index its place among the province's districts, from 0
   */
  static AgencyId district(AgencyId province, int index) {
    if (index > LAST_DISTRICT - FIRST_DISTRICT) {
      throw new IllegalArgumentException("Too many districts below " + province);
    }
    return code(0, FIRST_DISTRICT + index, province);
  }

  /**
   * @param index its place among the district's communes, from 0
   */
  static AgencyId commune(AgencyId district, int index) {
    return code(index + 1, Integer.parseInt(parts(district).get(2)), district);
  }

  /**
   * @param index its place among the communes right below the province, from 0
   */
  static AgencyId communeOfProvince(AgencyId province, int index) {
    return code(index % BLOCK + 1, FIRST_BLOCK + index / BLOCK, province);
  }

  /** The reverse of {@link #communeOfProvince}; −1 for agencies of another kind. */
  static int indexOfCommuneOfProvince(AgencyId agency) {
    var block = Integer.parseInt(parts(agency).get(2)) - FIRST_BLOCK;
    return block < 0 ? -1 : block * BLOCK + Integer.parseInt(parts(agency).get(1)) - 1;
  }

  private static AgencyId code(int third, int second, AgencyId below) {
    if (third > 99 || second > 99) {
      throw new IllegalArgumentException("No code is left below " + below);
    }
    return new AgencyId("000.%02d.%02d.%s".formatted(third, second, parts(below).get(3)));
  }

  private static List<String> parts(AgencyId agency) {
    return List.of(agency.value().split("\\."));
  }

  private AgencyCodes() {}
}
