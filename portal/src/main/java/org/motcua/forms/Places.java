package org.motcua.forms;

import java.util.List;
import java.util.Optional;
import org.motcua.platform.web.ui.Choice;

/** The country's units, as far as an address question needs them. */
interface Places {

  List<Choice> provinces();

  /** What lies right below a unit: districts, or communes where there are no districts. */
  List<Choice> below(String unit);

  /** {@code Phường Hồng Hà}; empty if unknown. */
  String name(String unit);

  /** {@code Phường Hồng Hà, Thành phố Hạ Long, Tỉnh Quảng Ninh}; empty if unknown. */
  String pathName(String unit);

  static Optional<Choice> find(List<Choice> units, String code) {
    return units.stream().filter(unit -> unit.value().equals(code)).findFirst();
  }
}
