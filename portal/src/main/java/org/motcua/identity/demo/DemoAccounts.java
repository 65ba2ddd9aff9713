package org.motcua.identity.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.DemoPeople;
import org.motcua.identity.Gender;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NewAccount;
import org.motcua.identity.model.Passwords;
import org.motcua.platform.web.Language;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Citizens, an enterprise and officers, made at first start; the password of all is the same. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class DemoAccounts implements ApplicationRunner {

  private static final String PASSWORD = "MotCua@2020";
  private static final String HONG_HA_WARD = "06697";
  private static final String BAI_CHAY_WARD = "06673";

  private final AccountStore accounts;
  private final Passwords passwords;

  DemoAccounts(AccountStore accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    // The last of the list: a portal that has run with a shorter one gets those it lacks.
    if (accounts.find(DemoPeople.officer("baohiem.leader")).isPresent()) return;
    passwords.hash(PASSWORD).map(DemoAccounts::everybody).stream()
        .flatMap(List::stream)
        .filter(account -> accounts.find(new AccountId(account.id())).isEmpty())
        .forEach(accounts::add);
  }

  private static List<NewAccount> everybody(String hash) {
    return List.of(
        citizen(
            "022190001234",
            null,
            "Nguyễn Thị Mai",
            LocalDate.of(1990, 3, 27),
            Gender.FEMALE,
            "+84912000001",
            HONG_HA_WARD,
            "Số 15, tổ 3, khu 5, đường Lê Thánh Tông",
            hash),
        citizen(
            "022088005678",
            null,
            "Trần Văn Hùng",
            LocalDate.of(1988, 11, 5),
            Gender.MALE,
            "+84912000002",
            HONG_HA_WARD,
            "Số 15, tổ 3, khu 5, đường Lê Thánh Tông",
            hash),
        citizen(
            null,
            "2213004567",
            "Lê Thị Hoa",
            LocalDate.of(1985, 8, 19),
            Gender.FEMALE,
            "+84912000003",
            BAI_CHAY_WARD,
            "Số 8, tổ 1, khu 2, đường Hạ Long",
            hash),
        enterprise("5700123454", "Công ty TNHH Sao Vàng", "+84912000010", hash),
        officer("hongha.reception", "Phạm Thu Trang", Gender.FEMALE, "+84912000101", hash),
        officer("hongha.specialist", "Vũ Đức Long", Gender.MALE, "+84912000102", hash),
        officer("hongha.leader", "Đỗ Minh Quân", Gender.MALE, "+84912000103", hash),
        officer("baichay.reception", "Hoàng Thị Yến", Gender.FEMALE, "+84912000201", hash),
        officer("baichay.leader", "Bùi Quốc Việt", Gender.MALE, "+84912000203", hash),
        officer("halong.admin", "Ngô Thanh Bình", Gender.MALE, "+84912000301", hash),
        officer("vpcp.admin", "Lý Thu Hà", Gender.FEMALE, "+84912000401", hash),
        officer("tuphap.editor", "Đặng Thùy Linh", Gender.FEMALE, "+84912000501", hash),
        officer("tuphap.control", "Phan Anh Dũng", Gender.MALE, "+84912000502", hash),
        officer("vpcp.control", "Trịnh Ngọc Hải", Gender.MALE, "+84912000503", hash),
        officer("quangninh.editor", "Mai Thanh Hương", Gender.FEMALE, "+84912000504", hash),
        officer("quangninh.control", "Lê Hồng Phúc", Gender.MALE, "+84912000505", hash),
        officer("vpcp.hotline", "Vũ Thị Hạnh", Gender.FEMALE, "+84912000402", hash),
        officer("halong.reception", "Đinh Thị Lan", Gender.FEMALE, "+84912000302", hash),
        officer("halong.leader", "Phạm Văn Cường", Gender.MALE, "+84912000303", hash),
        officer("halong.accountant", "Bùi Thị Ngân", Gender.FEMALE, "+84912000304", hash),
        officer("vpcp.accountant", "Đoàn Thị Kim Oanh", Gender.FEMALE, "+84912000403", hash),
        officer("vpcp.accountant2", "Tạ Văn Sáng", Gender.MALE, "+84912000404", hash),
        officer("congan.reception", "Lương Thị Hằng", Gender.FEMALE, "+84912000601", hash),
        officer("congan.leader", "Nguyễn Đình Khoa", Gender.MALE, "+84912000602", hash),
        officer("congthuong.reception", "Trần Thu Phương", Gender.FEMALE, "+84912000611", hash),
        officer("congthuong.leader", "Vũ Quang Thắng", Gender.MALE, "+84912000612", hash),
        officer("baohiem.reception", "Lê Thanh Tâm", Gender.FEMALE, "+84912000621", hash),
        officer("baohiem.leader", "Hoàng Anh Tuấn", Gender.MALE, "+84912000622", hash));
  }

  private static NewAccount citizen(
      @Nullable String citizenId,
      @Nullable String insurance,
      String name,
      LocalDate born,
      Gender gender,
      String phone,
      String commune,
      String street,
      String hash) {
    var number = citizenId == null ? String.valueOf(insurance) : citizenId;
    return account(
        DemoPeople.citizen(number),
        AccountKind.CITIZEN,
        name,
        citizenId,
        insurance,
        null,
        null,
        born,
        gender,
        phone,
        commune,
        street,
        hash);
  }

  private static NewAccount enterprise(String taxCode, String name, String phone, String hash) {
    return account(
        DemoPeople.enterprise(taxCode),
        AccountKind.ENTERPRISE,
        name,
        null,
        null,
        taxCode,
        null,
        null,
        null,
        phone,
        null,
        null,
        hash);
  }

  private static NewAccount officer(
      String signInName, String name, Gender gender, String phone, String hash) {
    return account(
        DemoPeople.officer(signInName),
        AccountKind.OFFICER,
        name,
        null,
        null,
        null,
        signInName,
        null,
        gender,
        phone,
        null,
        null,
        hash);
  }

  private static NewAccount account(
      AccountId id,
      AccountKind kind,
      String name,
      @Nullable String citizenId,
      @Nullable String insurance,
      @Nullable String taxCode,
      @Nullable String signInName,
      @Nullable LocalDate born,
      @Nullable Gender gender,
      String phone,
      @Nullable String commune,
      @Nullable String street,
      String hash) {
    return new NewAccount(
        id.value(),
        kind,
        name,
        citizenId,
        insurance,
        taxCode,
        signInName,
        born,
        gender,
        phone,
        commune,
        street,
        Language.VIETNAMESE,
        hash);
  }
}
