package org.motcua.payments.receipts;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums as receipts write them out, so that no digit can be put before them: {@code Một trăm ba mươi
 * lăm nghìn đồng}.
 */
final class InWords {

  private static final String[] DIGITS = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
  };
  private static final String[] THOUSANDS = {"", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ"};
  private static final int GROUP = 1_000;

  /**
   * @param dong above nought
   */
  static String of(long dong) {
    var words = new ArrayList<String>();
    var groups = groups(dong);
    for (var at = groups.size() - 1; at >= 0; at--) {
      int group = groups.get(at);
      if (group == 0) continue;
      words.addAll(group(group, at < groups.size() - 1));
      if (at > 0) words.add(THOUSANDS[at]);
    }
    words.add("đồng");
    var text = String.join(" ", words);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Of three digits each, the last first. */
  private static List<Integer> groups(long number) {
    if (number <= 0) throw new IllegalArgumentException("Nothing to write out: " + number);
    var groups = new ArrayList<Integer>();
    for (var left = number; left > 0; left /= GROUP) groups.add((int) (left % GROUP));
    return groups;
  }

  /**
   * @param inside of a longer number, in which noughts before it are said: 1 005 is "một nghìn
   *     không trăm linh năm"
   */
  private static List<String> group(int number, boolean inside) {
    var hundreds = number / 100;
    var tens = number / 10 % 10;
    var ones = number % 10;
    var words = new ArrayList<String>();
    if (hundreds > 0 || inside) words.addAll(List.of(DIGITS[hundreds], "trăm"));
    if (tens == 0 && ones > 0 && !words.isEmpty()) words.add("linh");
    if (tens == 1) words.add("mười");
    if (tens > 1) words.addAll(List.of(DIGITS[tens], "mươi"));
    if (ones > 0) words.add(one(tens, ones));
    return words;
  }

  private static String one(int tens, int ones) {
    if (ones == 1 && tens > 1) return "mốt";
    if (ones == 4 && tens > 1) return "tư";
    if (ones == 5 && tens > 0) return "lăm";
    return DIGITS[ones];
  }

  private InWords() {}
}
