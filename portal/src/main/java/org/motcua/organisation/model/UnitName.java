package org.motcua.organisation.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;

/** A unit's full name begins with its kind: {@code Phường Hồng Hà}. */
final class UnitName {

  private static final List<String> KINDS =
      List.of(
          "Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Phường", "Xã", "Thị trấn", "Đặc khu");

  static Unit unit(UnitCode code, String fullName, @Nullable UnitCode parent, LocalDate validFrom) {
    var name =
        withoutKind(fullName)
            .orElseThrow(() -> new IllegalArgumentException("No kind of unit: " + fullName));
    return new Unit(code, name, fullName, parent, validFrom, null);
  }

  static Optional<String> withoutKind(String fullName) {
    return KINDS.stream()
        .filter(kind -> fullName.startsWith(kind + " "))
        .map(kind -> fullName.substring(kind.length() + 1).strip())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  private UnitName() {}
}
