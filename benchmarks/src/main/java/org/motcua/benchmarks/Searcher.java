package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/** Somebody who looks for procedures, each time in other words. */
final class Searcher implements Load.Person {

  static final String STEP = "search";

  /** As people type: with and without diacritics, in full and in part, with a slip, in vain. */
  private static final List<String> WORDS =
      List.of(
          "đăng ký khai sinh",
          "dang ky khai sinh",
          "giấy khai sinh",
          "khai tử",
          "lý lịch tư pháp",
          "giay phep lai xe",
          "đổi bằng lái",
          "bảo hiểm y tế",
          "bao hiem xa hoi tu nguyen",
          "hộ kinh doanh",
          "thành lập công ty",
          "khuyến mại",
          "thuế thu nhập cá nhân",
          "dang ky xe",
          "cấp điện",
          "kết hôn",
          "1.001193",
          "khai sihn",
          "nhà ở",
          "xyz không có gì");

  private final Browser browser;
  private int next;

  Searcher(Browser browser, int first) {
    this.browser = browser;
    this.next = first;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var words = WORDS.get(next++ % WORDS.size());
    timings.time(STEP, () -> browser.open("/procedures?q=" + URLEncoder.encode(words, UTF_8)));
  }
}
