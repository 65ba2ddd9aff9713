package org.motcua.benchmarks;

import java.time.LocalDate;

/** A mother of Hạ Long, one of many. */
record Citizen(int serial) {

  static final LocalDate BORN = LocalDate.of(1991, 5, 12);

  /** Quảng Ninh 022, a woman of the last century 1, born in 91, then the serial. */
  String number() {
    return "022191%06d".formatted(serial);
  }

  String phone() {
    return "09121%05d".formatted(serial);
  }

  /** No digits in a name: the serial is told in given names. */
  String name() {
    var letters = "ABCDEGHIKL";
    var told = new StringBuilder();
    for (var digit : Integer.toString(serial).toCharArray()) {
      told.append(letters.charAt(Character.digit(digit, 10)));
    }
    return "Nguyễn Thị Mai " + told;
  }
}
