package org.motcua.simulators.outside.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.motcua.simulators.outside.BadInput;

/** Which request it is, why it is made, and who makes it: no register answers without. */
record Asking(UUID request, String purpose, String caller) {

  private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9._-]{1,60}");
  private static final int LONGEST_PROGRAM = 40;

  static Asking of(HttpServletRequest request) {
    return new Asking(id(request), purpose(request), caller(request));
  }

  private static UUID id(HttpServletRequest request) {
    try {
      return UUID.fromString(given(request, "X-Request-Id"));
    } catch (IllegalArgumentException e) {
      throw new BadInput("The header X-Request-Id must be a UUID");
    }
  }

  private static String purpose(HttpServletRequest request) {
    var purpose = given(request, "X-Purpose");
    if (PURPOSE.matcher(purpose).matches()) return purpose;
    throw new BadInput("The header X-Purpose must be a short code such as verification");
  }

  private static String given(HttpServletRequest request, String header) {
    var value = request.getHeader(header);
    return value == null ? "" : value.strip();
  }

  private static String caller(HttpServletRequest request) {
    var program = given(request, "User-Agent");
    var shown = program.substring(0, Math.min(program.length(), LONGEST_PROGRAM));
    return (request.getRemoteAddr() + " " + shown).strip();
  }
}
