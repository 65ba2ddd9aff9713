package org.motcua.simulators.outside.bank;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a VietQR code says, as banking applications read it.
 *
 * @param bank six digits
 * @param dong 0 where the payer is to say how much
 */
public record QrText(String bank, String account, long dong, String purpose) {

  private static final String NAPAS = "A000000727";
  private static final int CHECKSUM = 8; // 63, 04 and four digits

  /** Empty where it is no such code, or one that was misread. */
  static Optional<QrText> read(String given) {
    var text = given.strip();
    if (text.length() <= CHECKSUM || !isWhole(text)) return Optional.empty();
    try {
      var fields = fields(text);
      var merchant = fields(fields.getOrDefault("38", ""));
      if (!NAPAS.equals(merchant.get("00"))) return Optional.empty();
      var to = fields(merchant.getOrDefault("01", ""));
      var purpose = fields(fields.getOrDefault("62", "")).getOrDefault("08", "");
      var amount = fields.getOrDefault("54", "0");
      if (!to.containsKey("00") || !to.containsKey("01")) return Optional.empty();
      return Optional.of(new QrText(to.get("00"), to.get("01"), Long.parseLong(amount), purpose));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(String text) {
    var fields = new HashMap<String, String>();
    for (var at = 0; at < text.length(); ) {
      var length = Integer.parseInt(text.substring(at + 2, at + 4));
      fields.put(text.substring(at, at + 2), text.substring(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return fields;
  }

  private static boolean isWhole(String text) {
    var end = text.length() - 4;
    return text.startsWith("6304", end - 4)
        && text.substring(end)
            .equalsIgnoreCase(String.format(Locale.ROOT, "%04X", checksum(text.substring(0, end))));
  }

  /** CRC-16/CCITT-FALSE. */
  private static int checksum(String text) {
    var crc = 0xFFFF;
    for (var octet : text.getBytes(US_ASCII)) {
      crc ^= (octet & 0xFF) << 8;
      for (var bit = 0; bit < 8; bit++) {
        crc = ((crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021) & 0xFFFF;
      }
    }
    return crc;
  }
}
