package org.motcua.payments.gateway.platform;

import org.motcua.payments.gateway.Failure;
import org.motcua.payments.gateway.Verdict;

/**
 * MaLoi, all that are told and understood. Of them the public contract gives 00 alone; the others
 * are to be confirmed with the platform, and stand nowhere but here.
 */
enum Code {
  /** Done, or known before. */
  DONE("00", "Thành công"),
  /** No payment has this MaThamChieu: none yet, perhaps, so it is to be told again. */
  UNKNOWN("01", "Không tìm thấy giao dịch"),
  MALFORMED("03", "Dữ liệu không đúng định dạng"),
  WRONG_AMOUNT("04", "Số tiền không khớp"),
  TIMED_OUT("11", "Hết thời gian thanh toán"),
  NOT_ALLOWED("12", "Tài khoản hoặc thẻ không được phép giao dịch"),
  CANCELLED("24", "Người nộp tiền đã hủy giao dịch"),
  NO_BALANCE("51", "Tài khoản không đủ số dư"),
  OVER_LIMIT("65", "Vượt hạn mức giao dịch"),
  BANK_CLOSED("75", "Ngân hàng đang bảo trì"),
  FORGED("97", "Mã xác thực không đúng"),
  TROUBLE("99", "Lỗi hệ thống, đề nghị gửi lại");

  private final String code;
  private final String words;

  Code(String code, String words) {
    this.code = code;
    this.words = words;
  }

  String code() {
    return code;
  }

  /** MoTaLoi. */
  String words() {
    return words;
  }

  boolean is(String given) {
    return code.equals(given);
  }

  /** What the portal answers to a confirmation. */
  static Code of(Verdict verdict) {
    return switch (verdict) {
      case TAKEN, KNOWN_BEFORE -> DONE;
      case NO_SUCH_ATTEMPT -> UNKNOWN;
      case WRONG_AMOUNT -> WRONG_AMOUNT;
    };
  }

  /** Why nothing was paid. */
  static Failure failure(String given) {
    if (TIMED_OUT.is(given)) return Failure.TIMED_OUT;
    if (NOT_ALLOWED.is(given)) return Failure.NOT_ALLOWED;
    if (CANCELLED.is(given)) return Failure.CANCELLED;
    if (NO_BALANCE.is(given)) return Failure.NO_BALANCE;
    if (OVER_LIMIT.is(given)) return Failure.OVER_LIMIT;
    if (BANK_CLOSED.is(given)) return Failure.BANK_CLOSED;
    return Failure.OTHER;
  }
}
