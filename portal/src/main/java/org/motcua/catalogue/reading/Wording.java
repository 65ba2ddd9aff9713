package org.motcua.catalogue.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.Fee;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.catalogue.Procedure.Paper;
import org.motcua.catalogue.Procedure.TimeLimit;
import org.motcua.platform.web.Page;

/** Says a procedure's figures as a person would. */
public record Wording(Page page) {

  private static final int MOST_SETS = 100;
  private static final Pattern NUMBERED_STEP =
      Pattern.compile("\\s*(?:\\p{L}\\)\\s*)?Bước\\s+(\\d{1,3})\\s*[:.)–-]?\\s*");

  /** {@code 3 ngày làm việc}; null where the text gives no number. */
  public @Nullable String time(TimeLimit limit) {
    return limit.amount() == null || limit.unit() == null
        ? null
        : page.t("catalogue.time." + limit.unit(), limit.amount());
  }

  /** The shortest way to say how long it takes: that of the first channel which tells. */
  public String time(Procedure procedure) {
    return timeLimits(procedure)
        .flatMap(limit -> Stream.ofNullable(time(limit)))
        .findFirst()
        .orElse(page.t("catalogue.time.seeBelow"));
  }

  public String fee(Fee fee) {
    var dong = fee.dong();
    if (dong == null) return page.t("catalogue.fee.byProvince");
    return dong == 0 ? page.t("catalogue.fee.free") : page.formats().money(dong);
  }

  public String fee(Procedure procedure) {
    var fees = timeLimits(procedure).flatMap(limit -> limit.fees().stream()).distinct().toList();
    if (fees.isEmpty()) return page.t("catalogue.fee.seeBelow");
    var numbered = fees.stream().flatMap(fee -> Stream.ofNullable(fee.dong())).sorted().toList();
    if (numbered.isEmpty()) return page.t("catalogue.fee.byProvince");
    var least = numbered.getFirst();
    if (fees.size() == 1) return fee(fees.getFirst());
    if (least == 0) return page.t("catalogue.fee.freeOften");
    return page.t("catalogue.fee.from", page.formats().money(least));
  }

  /** Where the form can be fetched; only from the web, whatever else the text may name. */
  public @Nullable String formAddress(Paper paper) {
    var address = paper.formAddress();
    return address != null && address.matches("(?i)https?://\\S+") ? address : null;
  }

  /**
   * A step without the number that the text itself gives it ("Bước 2: …"), where that is the one it
   * is shown with.
   */
  public static String step(String text, int position) {
    var numbered = NUMBERED_STEP.matcher(text);
    return numbered.lookingAt() && Integer.parseInt(numbered.group(1)) == position
        ? text.substring(numbered.end())
        : text;
  }

  /** {@code 1 bản chính}, {@code 1 bản chính, 2 bản sao}. */
  public String sets(Paper paper) {
    return String.join(
        ", ",
        Stream.of(
                isCount(paper.originals())
                    ? page.t("catalogue.papers.originals", paper.originals())
                    : "",
                isCount(paper.copies()) ? page.t("catalogue.papers.copies", paper.copies()) : "")
            .filter(text -> !text.isEmpty())
            .toList());
  }

  /** Real entries have years that slipped into the number of copies; those are told to nobody. */
  private static boolean isCount(int sets) {
    return sets > 0 && sets <= MOST_SETS;
  }

  public String audiences(Procedure procedure) {
    return String.join(
        ", ",
        procedure.audiences().stream().map(it -> page.t("catalogue.audience." + it)).toList());
  }

  /** The channels that say the same are told once. */
  public List<Told> channels(Procedure procedure) {
    return procedure.channels().stream()
        .collect(
            groupingBy(
                Procedure.Channel::timeLimits,
                LinkedHashMap::new,
                mapping(Procedure.Channel::manner, toList())))
        .entrySet()
        .stream()
        .map(entry -> new Told(words(entry.getValue()), entry.getKey()))
        .toList();
  }

  public record Told(String manners, List<TimeLimit> timeLimits) {}

  private String words(List<Manner> manners) {
    return String.join(", ", manners.stream().map(it -> page.t("catalogue.manner." + it)).toList());
  }

  private static Stream<TimeLimit> timeLimits(Procedure procedure) {
    return procedure.channels().stream().flatMap(channel -> channel.timeLimits().stream());
  }
}
