package org.motcua.testing;

import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DemoPeople;

/** The demo officers, whose accounts every test context has. */
public final class Officers {

  public static CurrentUser hongHaReception() {
    return officer("hongha.reception", "Phạm Thu Trang");
  }

  public static CurrentUser hongHaSpecialist() {
    return officer("hongha.specialist", "Vũ Đức Long");
  }

  public static CurrentUser hongHaLeader() {
    return officer("hongha.leader", "Đỗ Minh Quân");
  }

  public static CurrentUser baiChayReception() {
    return officer("baichay.reception", "Hoàng Thị Yến");
  }

  public static CurrentUser baiChayLeader() {
    return officer("baichay.leader", "Bùi Quốc Việt");
  }

  public static CurrentUser haLongAdmin() {
    return officer("halong.admin", "Ngô Thanh Bình");
  }

  public static CurrentUser justiceEditor() {
    return officer("tuphap.editor", "Đặng Thùy Linh");
  }

  public static CurrentUser justiceController() {
    return officer("tuphap.control", "Phan Anh Dũng");
  }

  public static CurrentUser governmentController() {
    return officer("vpcp.control", "Trịnh Ngọc Hải");
  }

  public static CurrentUser quangNinhEditor() {
    return officer("quangninh.editor", "Mai Thanh Hương");
  }

  public static CurrentUser quangNinhController() {
    return officer("quangninh.control", "Lê Hồng Phúc");
  }

  /** Sees all payments, and closes days together with {@link #secondAccountant}. */
  public static CurrentUser accountant() {
    return officer("vpcp.accountant", "Đoàn Thị Kim Oanh");
  }

  public static CurrentUser secondAccountant() {
    return officer("vpcp.accountant2", "Tạ Văn Sáng");
  }

  public static CurrentUser haLongAccountant() {
    return officer("halong.accountant", "Bùi Thị Ngân");
  }

  /** Somebody new, who has no post yet. */
  public static CurrentUser newcomer(String name) {
    return new CurrentUser(new AccountId(UUID.randomUUID()), AccountKind.OFFICER, name);
  }

  private static CurrentUser officer(String signInName, String name) {
    return new CurrentUser(DemoPeople.officer(signInName), AccountKind.OFFICER, name);
  }

  private Officers() {}
}
