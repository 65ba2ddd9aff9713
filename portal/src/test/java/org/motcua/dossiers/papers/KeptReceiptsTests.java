package org.motcua.dossiers.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import gg.jte.Content;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Bilingual;
import org.motcua.documents.Certificate;
import org.motcua.documents.CertificateOrder;
import org.motcua.documents.Certificates;
import org.motcua.documents.OfficialPaper;
import org.motcua.documents.Printing;
import org.motcua.dossiers.model.PaperSource;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.payments.PaymentId;
import org.motcua.payments.ReceiptIssued;
import org.motcua.platform.clock.CountryTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The receipt of what somebody has paid lies in his store, and only the one that holds. */
class KeptReceiptsTests extends StoreTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired Certificates certificates;
  @Autowired Printing printing;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  @Test
  void theLastReceiptLiesInTheStore() {
    var mother = births.mother();
    var first = receipt();
    for (var twice = 0; twice < 2; twice++) tell(mother, first, null);
    await().atMost(PATIENCE).until(() -> all(mother).size() == 1);
    assertThat(code(all(mother).getFirst().source())).isEqualTo(first.code().toString());
    assertThat(text(as(mother).open(STORE))).contains("Biên lai thu phí");

    var second = receipt();
    tell(mother, second, first);
    await()
        .atMost(PATIENCE)
        .until(() -> code(all(mother).getFirst().source()).equals(second.code().toString()));
    assertThat(all(mother)).hasSize(1);
    assertThat(as(mother).open(at(all(mother).getFirst()))).hasStatusOk();
  }

  private static String code(PaperSource source) {
    return source instanceof PaperSource.Issued issued ? issued.verificationCode() : "";
  }

  private void tell(CurrentUser payer, Certificate receipt, @Nullable Certificate former) {
    transaction.executeWithoutResult(
        status ->
            events.publishEvent(
                new ReceiptIssued(
                    PaymentId.next(),
                    "trial:receipts",
                    "trial",
                    payer.id(),
                    receipt.code().toString(),
                    former == null ? null : former.code().toString(),
                    receipt.issuedAt())));
  }

  private Certificate receipt() {
    return certificates.issue(
        new CertificateOrder(
            "receipt:" + UUID.randomUUID(),
            "AA-26E 0000001",
            new Bilingual("Biên lai thu phí, lệ phí", "Receipt of fees and charges"),
            new AgencyId("000.00.00.H49"),
            "Ủy ban nhân dân tỉnh Quảng Ninh",
            "Hệ thống biên lai điện tử",
            "Cổng Dịch vụ công",
            List.of(),
            LocalDate.now(CountryTime.ZONE),
            null,
            mark ->
                printing.html(
                    "documents/printing/official",
                    Map.of(
                        "paper",
                        new OfficialPaper(
                            "Biên lai", null, "UBND tỉnh Quảng Ninh", null, null, null),
                        "body",
                        (Content)
                            output -> output.writeContent("<h1>Biên lai " + mark.code() + "</h1>"),
                        "mark",
                        mark))));
  }
}
