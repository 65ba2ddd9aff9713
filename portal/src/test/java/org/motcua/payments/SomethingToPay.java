package org.motcua.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.motcua.documents.Bilingual;

/** Payments for tests. */
public final class SomethingToPay {

  public static final Beneficiary COMMUNE =
      new Beneficiary("000.12.03.H49", "UBND phường Hồng Hà", "3511.0.1012345", "970436");
  public static final Beneficiary TREASURY =
      new Beneficiary("000.00.12.H49", "Kho bạc Nhà nước Quảng Ninh", "7111.0.1054321", "970418");

  /** For another matter each time. */
  public static NewPayment of(long dong) {
    return of("trial:" + UUID.randomUUID(), dong);
  }

  public static NewPayment of(String reference, long dong) {
    return of(reference, List.of(new Item("2716", Bilingual.same("Lệ phí"), dong, COMMUNE)));
  }

  /** By a program, which has its own name for it. */
  public static NewPayment ofProgram(String client, String theirs, long dong) {
    var asker = "client:" + client;
    return askedBy(
        asker,
        asker + ":" + theirs,
        List.of(new Item("2716", Bilingual.same("Lệ phí"), dong, COMMUNE)));
  }

  public static NewPayment of(String reference, List<Item> items) {
    return askedBy("trial", reference, items);
  }

  private static NewPayment askedBy(String asker, String reference, List<Item> items) {
    return new NewPayment(
        reference,
        Purpose.FEE,
        new Bilingual("Lệ phí thử", "A fee on trial"),
        items,
        new Payer(null, "Nguyễn Thị Mai", null),
        Map.of(),
        asker,
        null,
        Instant.now().plus(Duration.ofDays(7)));
  }

  private SomethingToPay() {}
}
