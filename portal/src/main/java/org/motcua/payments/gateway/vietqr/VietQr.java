package org.motcua.payments.gateway.vietqr;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text of a VietQR code for one transfer, as EMVCo lays it out: each field is two digits of its
 * number, two of its length, and its value.
 *
 * @param bank six digits
 * @param purpose what the bank passes on to whom the money goes: letters and digits
 */
public record VietQr(String bank, String account, long dong, String purpose) {

  private static final String NAPAS = "A000000727";
  private static final String TO_AN_ACCOUNT = "QRIBFTTA";
  private static final String DYNAMIC = "12";
  private static final String DONG = "704"; // ISO 4217

  public String text() {
    var account = field("00", bank) + field("01", this.account);
    var unchecked =
        field("00", "01")
            + field("01", DYNAMIC)
            + field("38", field("00", NAPAS) + field("01", account) + field("02", TO_AN_ACCOUNT))
            + field("53", DONG)
            + field("54", Long.toString(dong))
            + field("58", "VN")
            + field("62", field("08", purpose))
            + "6304";
    return unchecked + String.format(Locale.ROOT, "%04X", checksum(unchecked));
  }

  private static String field(String number, String value) {
    return String.format(Locale.ROOT, "%s%02d%s", number, value.length(), value);
  }

  /** CRC-16/CCITT-FALSE. */
  static int checksum(String text) {
    var crc = 0xFFFF;
    for (var octet : text.getBytes(StandardCharsets.US_ASCII)) {
      crc ^= octet << 8;
      for (var bit = 0; bit < 8; bit++) {
        crc = ((crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021) & 0xFFFF;
      }
    }
    return crc;
  }
}
