package org.motcua.organisation;

/**
 * The bodies of every province that services need: departments of its committee, and the provincial
 * arms of national bodies.
 *
 * <p>The number is the second part of the agency's code, the same in each province: that of the
 * ministry above it. Electricity companies have no ministry and got 30.
 */
public enum DepartmentKind {
  POLICE(1, "Công an %s"),
  TRADE(2, "Sở Công Thương %s"),
  TRANSPORT(4, "Sở Giao thông vận tải %s"),
  PLANNING(5, "Sở Kế hoạch và Đầu tư %s"),
  LABOUR(7, "Sở Lao động - Thương binh và Xã hội %s"),
  TAX(12, "Cục Thuế %s"),
  JUSTICE(15, "Sở Tư pháp %s"),
  HEALTH(18, "Sở Y tế %s"),
  SOCIAL_INSURANCE(24, "Bảo hiểm xã hội %s"),
  ELECTRICITY(30, "Công ty Điện lực %2$s");

  private final int number;
  private final String pattern;

  DepartmentKind(int number, String pattern) {
    this.number = number;
    this.pattern = pattern;
  }

  public int number() {
    return number;
  }

  /** {@code Sở Tư pháp tỉnh Quảng Ninh}. */
  public String nameIn(Unit province) {
    return pattern.formatted(province.fullNameInside(), province.name());
  }
}
