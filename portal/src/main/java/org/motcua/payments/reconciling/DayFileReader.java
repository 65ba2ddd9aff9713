package org.motcua.payments.reconciling;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a gateway's file of a day: {@code ref,transaction,kind,dong,at}. */
final class DayFileReader {

  static final String HEADER = "ref,transaction,kind,dong,at";

  /** By what gateways call them. */
  private static final Map<String, String> KINDS =
      Map.of("pay", "PAY", "payment", "PAY", "refund", "REFUND");

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z._:/-]{1,64}");
  private static final Pattern DONG = Pattern.compile("[1-9]\\d{0,14}");

  /** One after the other, each as it stands. */
  interface Lines {

    /**
     * @param at in UTC, as the database reads it
     */
    void take(long line, String ref, String transaction, String kind, String dong, String at)
        throws IOException;
  }

  static void read(InputStream file, Lines lines) throws IOException {
    var reader = new LineReader(file, HEADER);
    for (var columns = reader.nextColumns(); columns != null; columns = reader.nextColumns()) {
      reader.require(NUMBER.matcher(columns[0]).matches(), FileFault.REF);
      reader.require(NUMBER.matcher(columns[1]).matches(), FileFault.TRANSACTION);
      var kind = KINDS.get(columns[2].toLowerCase(Locale.ROOT));
      if (kind == null) throw reader.fault(FileFault.KIND);
      reader.require(DONG.matcher(columns[3]).matches(), FileFault.DONG);
      var at = reader.time(columns[4]).toInstant().toString();
      lines.take(reader.line(), columns[0], columns[1], kind, columns[3], at);
    }
  }

  private DayFileReader() {}
}
