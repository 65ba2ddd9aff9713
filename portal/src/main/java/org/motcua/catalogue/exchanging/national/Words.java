package org.motcua.catalogue.exchanging.national;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.catalogue.Procedure.TimeUnit;

/** The fixed words and numbers of the national lists, and what they are called here. */
final class Words {

  private static final Set<String> OFFICIALS = Set.of("cán bộ", "công chức", "viên chức");

  static Optional<Level> level(@Nullable String name) {
    return named(Level.values(), Words::of, name);
  }

  static String of(Level level) {
    return switch (level) {
      case MINISTRY -> "Cấp bộ";
      case PROVINCE -> "Cấp tỉnh";
      case DISTRICT -> "Cấp huyện";
      case COMMUNE -> "Cấp xã";
      case OTHER -> "Cơ quan khác";
    };
  }

  /** The one name of officials is often found cut in three at its commas. */
  static Optional<Audience> audience(String name) {
    return OFFICIALS.contains(letters(name))
        ? Optional.of(Audience.OFFICIAL)
        : named(Audience.values(), Words::of, name);
  }

  static String of(Audience audience) {
    return switch (audience) {
      case CITIZEN -> "Công dân Việt Nam";
      case OVERSEAS_VIETNAMESE -> "Người Việt Nam định cư ở nước ngoài";
      case FOREIGNER -> "Người nước ngoài";
      case OFFICIAL -> "Cán bộ, công chức, viên chức";
      case ENTERPRISE -> "Doanh nghiệp";
      case FOREIGN_INVESTED_ENTERPRISE -> "Doanh nghiệp có vốn đầu tư nước ngoài";
      case ORGANISATION -> "Tổ chức (không bao gồm doanh nghiệp; HTX)";
      case FOREIGN_ORGANISATION -> "Tổ chức nước ngoài";
      case COOPERATIVE -> "Hợp tác xã";
    };
  }

  /** Under which name of the list somebody is found whom the list itself does not name. */
  static Optional<Audience> widerAudience(String name) {
    return switch (letters(name)) {
      case "doanh nghiệp việt nam" -> Optional.of(Audience.ENTERPRISE);
      case "người nước ngoài cư trú tại việt nam" -> Optional.of(Audience.FOREIGNER);
      default -> Optional.empty();
    };
  }

  static Optional<TimeUnit> unit(@Nullable String name) {
    return named(TimeUnit.values(), Words::of, name);
  }

  static String of(TimeUnit unit) {
    return switch (unit) {
      case HOURS -> "Giờ";
      case WORKING_DAYS -> "Ngày làm việc";
      case DAYS -> "Ngày";
      case MONTHS -> "Tháng";
    };
  }

  static Optional<Manner> manner(@Nullable Integer number) {
    return Arrays.stream(Manner.values())
        .filter(manner -> number != null && of(manner) == number)
        .findFirst();
  }

  static int of(Manner manner) {
    return switch (manner) {
      case IN_PERSON -> NationalProcedure.IN_PERSON;
      case ONLINE -> NationalProcedure.ONLINE;
      case POST -> NationalProcedure.BY_POST;
    };
  }

  private static <T> Optional<T> named(
      T[] all, java.util.function.Function<T, String> names, @Nullable String name) {
    if (name == null) return Optional.empty();
    var letters = letters(name);
    return Arrays.stream(all).filter(one -> letters(names.apply(one)).equals(letters)).findFirst();
  }

  /** Capitals, commas, brackets and spaces are typed in many ways. */
  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private Words() {}
}
