package org.motcua.dossiers.model;

import java.util.Arrays;

/** A draft, or one of the ten statuses that all systems of the country exchange. */
public enum DossierStatus {
  DRAFT(0),
  /** Mới đăng ký. */
  REGISTERED(1),
  /** Được tiếp nhận. */
  ACCEPTED(2),
  /** Không được tiếp nhận. */
  REFUSED(3),
  /** Đang xử lý. */
  IN_PROCESS(4),
  /** Yêu cầu bổ sung giấy tờ: the clock stands still. */
  ADDITIONS_REQUESTED(5),
  /** Yêu cầu thực hiện nghĩa vụ tài chính: the clock stands still. */
  PAYMENT_REQUESTED(6),
  /** Công dân yêu cầu rút hồ sơ. */
  WITHDRAWAL_REQUESTED(7),
  /** Dừng xử lý. */
  STOPPED(8),
  /** Đã xử lý xong. */
  FINISHED(9),
  /** Đã trả kết quả. */
  RETURNED(10);

  private final int national;

  DossierStatus(int national) {
    this.national = national;
  }

  /** The number in the national exchange, 1 to 10; a draft, which nobody else sees, has 0. */
  public int national() {
    return national;
  }

  public boolean draft() {
    return this == DRAFT;
  }

  /** Nothing more will happen to it. */
  public boolean closed() {
    return this == REFUSED || this == STOPPED || this == RETURNED;
  }

  /** Whether the legal term runs while the dossier is in this status. */
  public boolean clockRuns() {
    return switch (this) {
      case REGISTERED, ACCEPTED, IN_PROCESS, WITHDRAWAL_REQUESTED -> true;
      default -> false;
    };
  }

  public boolean clockStandsStill() {
    return this == ADDITIONS_REQUESTED || this == PAYMENT_REQUESTED;
  }

  public static DossierStatus ofNational(int number) {
    return Arrays.stream(values())
        .filter(status -> status.national == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No status " + number));
  }
}
