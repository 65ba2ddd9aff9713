package org.motcua.simulators.outside.electricity;

import java.util.Locale;
import java.util.Optional;

/** How far a request for power is; each but the last two leads to the next. */
public enum Stage {
  RECEIVED("Đã nhận yêu cầu", "Request received"),
  SURVEYED("Đã khảo sát tại chỗ", "Premises surveyed"),
  OFFERED("Đã gửi phương án cấp điện", "Offer of supply made"),
  CONTRACTED("Đã ký hợp đồng mua bán điện", "Contract signed"),
  ENERGISED("Đã lắp công tơ và đóng điện", "Meter fitted, power on"),
  REFUSED("Từ chối cấp điện", "Supply refused");

  private final String vietnamese;
  private final String english;

  Stage(String vietnamese, String english) {
    this.vietnamese = vietnamese;
    this.english = english;
  }

  String vietnamese() {
    return vietnamese;
  }

  String english() {
    return english;
  }

  public String in(String language) {
    return language.equals("en") ? english : vietnamese;
  }

  public boolean ended() {
    return this == ENERGISED || this == REFUSED;
  }

  public Optional<Stage> next() {
    return ended() ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  boolean leadsTo(Stage other) {
    return !ended() && (other == REFUSED || next().filter(other::equals).isPresent());
  }

  /** The words of the button that leads here. */
  public String actKey() {
    return "electricity.act." + name().toLowerCase(Locale.ROOT);
  }

  public String colour() {
    return switch (this) {
      case RECEIVED -> "amber";
      case ENERGISED -> "green";
      case REFUSED -> "red";
      default -> "";
    };
  }
}
