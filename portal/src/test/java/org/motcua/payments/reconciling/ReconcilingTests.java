package org.motcua.payments.reconciling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.motcua.testing.FormToken.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.gateway.vietqr.StatedCredits;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A day is held against the gateway's file, seen to, closed by two, and stays as it is. */
class ReconcilingTests extends MoneyTest {

  private static final String WAY = TrialGateway.ID;
  private static final String TRANSFERS = DayFileSource.TRANSFERS;
  private static final String BANK = SomethingToPay.COMMUNE.bank();
  private static final String ACCOUNT = SomethingToPay.COMMUNE.account();
  private static final String OANH = "officer:oanh";
  private static final String SANG = "officer:sang";

  /** Each test has days of its own, long before today. */
  private static final AtomicInteger USED = new AtomicInteger();

  @Autowired TakeDayFile takeDayFile;
  @Autowired SettleDifference settle;
  @Autowired CloseDay closeDay;
  @Autowired Days days;
  @Autowired TakeStatement takeStatement;
  @Autowired FetchDayFiles fetchDayFiles;
  @Autowired StatedCredits credits;
  @Autowired Ledger ledger;
  @Autowired DayReport report;
  @Autowired MockMvcTester mvc;

  private final LocalDate day = LocalDate.of(2024, 1, 1).plusDays(10L * USED.incrementAndGet());

  @Test
  void whatAgreesIsCountedAndWhatDoesNotIsAListOfWork() {
    var agrees = paidOn(day, 20_000);
    var other = paidOn(day, 30_000);
    var missingThere = paidOn(day, 40_000);
    paidOn(day.plusDays(1), 99_000);

    var outcome =
        take(
            day, line(agrees, 20_000), line(other, 31_000), "MCUNKNOWN,T1,payment,5000," + at(day));
    assertThat(outcome).isInstanceOf(DayOutcome.Compared.class);

    var found = days.find(WAY, day).orElseThrow();
    assertThat(found.matched()).isEqualTo(1);
    assertThat(found.ours()).isEqualTo(new Day.Sums(90_000, 0));
    assertThat(found.theirs()).isEqualTo(new Day.Sums(56_000, 0));
    assertThat(differences(day))
        .extracting(Difference::what, Difference::ref, Difference::ours, Difference::theirs)
        .containsExactlyInAnyOrder(
            tuple("OTHER_AMOUNT", other.ref(), 30_000L, 31_000L),
            tuple("MISSING_THERE", missingThere.ref(), 40_000L, null),
            tuple("MISSING_HERE", "MCUNKNOWN", null, 5_000L));
    assertThat(closeDay.sign(WAY, day, OANH)).isEqualTo(new DayOutcome.StillOpen(3));
  }

  @Test
  void aCorrectedFileTakesTheFirstOnesPlaceAndTheSameOneChangesNothing() {
    var attempt = paidOn(day, 20_000);
    take(day, line(attempt, 19_000));
    assertThat(differences(day)).hasSize(1);
    assertThat(take(day, line(attempt, 20_000))).isInstanceOf(DayOutcome.Compared.class);
    assertThat(differences(day)).isEmpty();
    assertThat(take(day, line(attempt, 20_000))).isInstanceOf(DayOutcome.SameFile.class);
    assertThat(days.find(WAY, day).orElseThrow().matched()).isEqualTo(1);
  }

  @Test
  void twoCloseADayAndThenTheDatabaseItselfRefusesToChangeIt() {
    var attempt = paidOn(day, 20_000);
    assertThat(closeDay.sign(WAY, day, OANH)).isInstanceOf(DayOutcome.NoFile.class);
    take(day, line(attempt, 20_000));
    assertThat(closeDay.sign(WAY, day, OANH)).isInstanceOf(DayOutcome.Signed.class);
    assertThat(closeDay.sign(WAY, day, OANH)).isInstanceOf(DayOutcome.OwnSignature.class);
    assertThat(closeDay.sign(WAY, day, SANG)).isInstanceOf(DayOutcome.Closed.class);
    assertThat(closeDay.sign(WAY, day, SANG)).isInstanceOf(DayOutcome.ClosedBefore.class);

    assertThatThrownBy(
            () ->
                jdbc.sql("update payments.day set ours_paid = 0 where way = :way and day = :day")
                    .param("way", WAY)
                    .param("day", day)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("is closed");
    assertThatThrownBy(
            () ->
                jdbc.sql("delete from payments.day where way = :way and day = :day")
                    .param("way", WAY)
                    .param("day", day)
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void whatIsComparedAnewHasToBeSignedAnew() {
    var attempt = paidOn(day, 20_000);
    take(day, line(attempt, 20_000));
    closeDay.sign(WAY, day, OANH);
    take(day, line(attempt, 20_000), "MCUNKNOWN,T2,payment,5000," + at(day));
    assertThat(days.find(WAY, day).orElseThrow().signed()).isNull();
  }

  @Test
  void whatComesForAClosedDayCountsWithTheNextOne() {
    take(day);
    closeDay.sign(WAY, day, OANH);
    closeDay.sign(WAY, day, SANG);
    assertThat(take(day, "MCLATE,T3,payment,5000," + at(day)))
        .isEqualTo(new DayOutcome.CountsLater(day.plusDays(1), 1));
    take(day.plusDays(1));
    assertThat(differences(day.plusDays(1)))
        .singleElement()
        .matches(it -> it.what().equals("MISSING_HERE") && it.ref().equals("MCLATE"));
    assertThat(days.find(WAY, day).orElseThrow().open()).isZero();
  }

  @Test
  void somebodyAnswersForWhatStaysAsItIs() {
    take(day, "MCODD" + day.toEpochDay() + ",T4,payment,5000," + at(day));
    var difference = differences(day).getFirst();
    assertThat(settle.accept(difference.id(), " ", OANH))
        .isInstanceOf(DayOutcome.ReasonMissing.class);
    assertThat(settle.accept(difference.id(), "Giao dịch thử của trung gian", OANH))
        .isInstanceOf(DayOutcome.Settled.class);
    assertThat(closeDay.sign(WAY, day, OANH)).isInstanceOf(DayOutcome.Signed.class);
  }

  @Test
  void whatBelongsToTheNextDayIsCarriedThere() {
    var attempt = paidOn(day, 20_000);
    take(day);
    var difference = differences(day).getFirst();
    assertThat(settle.carryOver(difference.id(), OANH)).isInstanceOf(DayOutcome.Settled.class);
    assertThat(days.find(WAY, day).orElseThrow().open()).isZero();
    take(day.plusDays(1), line(attempt, 20_000));
    assertThat(differences(day.plusDays(1))).isEmpty();
    assertThat(days.find(WAY, day.plusDays(1)).orElseThrow().matched()).isEqualTo(1);
  }

  @Test
  void whatTheBankHasReceivedIsTheThirdSideAndBookedOnce() throws IOException {
    var attempt = paidOn(day, 20_000);
    take(day, line(attempt, 20_000));
    var statement =
        """
        id,account,kind,dong,text,at
        B1-%1$s,3700100200,CREDIT,19000,VNPAY %1$s,%2$s
        B2-%1$s,3700100200,CREDIT,50000,Tien hoc phi,%2$s
        """
            .formatted(day, at(day.plusDays(1)));
    var before = clearing();
    assertThat(takeStatement.take(stream(statement))).isEqualTo(2);
    assertThat(takeStatement.take(stream(statement))).isZero();
    assertThat(days.passedOn("vnpay", day)).isEqualTo(19_000);
    assertThat(before - clearing()).isEqualTo(19_000);
    assertThatTheBooksBalance();
  }

  @Test
  void transfersAreHeldAgainstTheBanksStatementWhichTellsOfThoseThatGotLost() throws IOException {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, TRANSFERS);
    var id = "FT" + day.toEpochDay();
    var lines =
        List.of(
            statementLine(id + "A", "CREDIT", 20_000, "nop " + attempt.ref()),
            statementLine(id + "B", "CREDIT", 30_000, "tien an"),
            statementLine(id + "C", "DEBIT", 4_000, "phi dich vu"));
    assertThat(bring(lines)).isInstanceOf(DayOutcome.Compared.class);

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    var found = days.find(TRANSFERS, day).orElseThrow();
    assertThat(found.matched()).isEqualTo(2);
    assertThat(found.ours()).isEqualTo(new Day.Sums(50_000, 0));
    assertThat(days.listDifferences(TRANSFERS, day, null, 100))
        .singleElement()
        .returns("MISSING_HERE", Difference::what)
        .returns(id + "C", Difference::ref);

    assertThat(bring(lines.subList(1, 3))).isInstanceOf(DayOutcome.Compared.class);
    assertThat(days.listDifferences(TRANSFERS, day, null, 100))
        .extracting(Difference::what, Difference::ref, Difference::ours)
        .contains(tuple("MISSING_THERE", id + "A", 20_000L));
    assertThat(bring(List.of("FT1,3700100200,GIFT,1,x," + at(day))))
        .isEqualTo(new DayOutcome.Faulty(2, FileFault.KIND));
    assertThatTheBooksBalance();
  }

  /** Whoever writes a gateway's name and a day under his transfer is taken for none. */
  @Test
  void aPayersTransferIsNotTakenForAGateways() throws IOException {
    var id = "FT" + day.toEpochDay();
    credits.hear(List.of(new StatedCredits.Stated(id, 5_000, "VNPAY " + day, at(day))));
    var before = clearing();
    takeStatement.take(
        stream(
            StatementReader.HEADER
                + "\n"
                + statementLine(id, "CREDIT", 5_000, "VNPAY " + day)
                + "\n"));
    assertThat(clearing()).isEqualTo(before);
    assertThat(days.passedOn("vnpay", day)).isNull();
  }

  private String statementLine(String id, String kind, long dong, String text) {
    return id + ",3700100200," + kind + "," + dong + "," + text + "," + at(day);
  }

  private DayOutcome bring(List<String> lines) throws IOException {
    var text = StatementReader.HEADER + "\n" + String.join("\n", lines) + "\n";
    return fetchDayFiles.bring(TRANSFERS, day, new ByteArrayResource(text.getBytes(UTF_8)), OANH);
  }

  private long clearing() {
    return ledger.balance(new LedgerAccount.Clearing("vnpay"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense\\n|1|HEADER",
        "ref,transaction,kind,dong,at\\nA,B,payment,0,2024-01-01T00:00:00Z\\n|2|DONG",
        "ref,transaction,kind,dong,at\\nA,B,gift,10,2024-01-01T00:00:00Z\\n|2|KIND",
        "ref,transaction,kind,dong,at\\nA,B,payment,10,yesterday\\n|2|TIME",
        "ref,transaction,kind,dong,at\\nA,B,payment,10\\n|2|COLUMNS",
        "ref,transaction,kind,dong,at\\nA,B,payment,10,2024-01-01T00:00:00Z|2|CUT_OFF"
      })
  void aFaultyFileIsRefusedAsAWholeWithItsLine(String file, long line, FileFault fault) {
    var text = file.replace("\\n", "\n");
    assertThat(takeDayFile.take(WAY, day, stream(text), OANH))
        .isEqualTo(new DayOutcome.Faulty(line, fault));
    assertThat(days.find(WAY, day).map(Day::file)).isEmpty();
  }

  @Test
  void aDayThatIsNotOverIsNotCompared() {
    var today = LocalDate.now(CountryTime.ZONE);
    assertThat(takeDayFile.take(WAY, today, stream(DayFileReader.HEADER + "\n"), OANH))
        .isInstanceOf(DayOutcome.NotOver.class);
  }

  @Test
  void theAccountantsOfAllSeeBringSignAndTakeTheReportAway() {
    var page = "/desk/payments/days/vnpay/" + day;
    var oanh = SignedIn.as(Officers.accountant());
    assertThat(mvc.get().uri("/desk/payments/days").with(oanh)).hasStatusOk();
    assertThat(mvc.get().uri("/desk/payments/days").with(SignedIn.as(Officers.haLongAccountant())))
        .hasStatus(403);
    assertThat(mvc.get().uri(page).with(oanh)).bodyText().contains("Chưa có tệp");
    var file =
        DayFileReader.HEADER + "\nMCNONE" + day.toEpochDay() + ",T5,refund,7000," + at(day) + "\n";
    assertThat(
            mvc.post()
                .uri(page + "/file")
                .with(oanh)
                .with(csrf())
                .multipart()
                .file("file", file.getBytes(UTF_8)))
        .hasRedirectedUrl(page + "?told=compared");
    assertThat(mvc.get().uri(page + "?told=compared").with(oanh))
        .bodyText()
        .contains("Đã nhận và đối chiếu tệp", "Thiếu ở ta", "7.000", "1 chênh lệch");
    assertThat(mvc.post().uri(page + "/signature").with(oanh).with(csrf()))
        .hasRedirectedUrl(page + "?told=still_open");
    assertThat(
            mvc.get()
                .uri("/desk/payments/report.csv?day=" + LocalDate.now(CountryTime.ZONE))
                .with(oanh))
        .hasStatusOk();
  }

  @Test
  void theReportAddsUpWhatCameAndEachSeesHisOwn() {
    paidOn(day, 20_000);
    var today = LocalDate.now(CountryTime.ZONE);
    var commune = SomethingToPay.COMMUNE.owner();
    var lines = report.of(today, today, Set.of(commune));
    assertThat(lines).isNotEmpty().allMatch(line -> line.owner().equals(commune));
    assertThat(report.of(today, today, null)).containsAll(lines);
    var total = ledger.balance(new LedgerAccount.Due(commune, BANK, ACCOUNT));
    assertThat(report.of(LocalDate.of(2000, 1, 1), today.plusYears(50), Set.of(commune)))
        .filteredOn(line -> line.account().equals(ACCOUNT))
        .extracting(DayReport.Line::net)
        .satisfies(nets -> assertThat(nets.stream().mapToLong(it -> it).sum()).isEqualTo(-total));

    var oanh = SignedIn.as(Officers.accountant());
    var page = mvc.get().uri("/desk/payments/report?owner=" + commune).with(oanh);
    assertThat(page).bodyText().contains(commune, ACCOUNT, "<svg", "Tải về");
    assertThat(mvc.get().uri("/desk/payments/report?month=2026-13").with(oanh)).hasStatus(404);
    assertThat(mvc.get().uri("/desk/payments/report?month=1999-01").with(oanh))
        .bodyText()
        .contains("Tháng này chưa có khoản thu nào");
  }

  private Attempt paidOn(LocalDate date, long dong) {
    var payment = asked(SomethingToPay.of(dong));
    var attempt = begun(payment, WAY);
    var money = new Attempt.Money(UUID.randomUUID().toString(), "NCB", at(date));
    takeFinding.take(WAY, attempt.ref(), new Finding.Paid(dong, money));
    return now(attempt);
  }

  private static Instant at(LocalDate date) {
    return date.atTime(10, 0).atZone(CountryTime.ZONE).toInstant();
  }

  private String line(Attempt attempt, long dong) {
    return attempt.ref() + "," + attempt.id() + ",payment," + dong + "," + at(day);
  }

  private DayOutcome take(LocalDate of, String... lines) {
    var text = new StringBuilder(DayFileReader.HEADER).append('\n');
    List.of(lines).forEach(line -> text.append(line).append('\n'));
    return takeDayFile.take(WAY, of, stream(text.toString()), OANH);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private List<Difference> differences(LocalDate of) {
    return days.listDifferences(WAY, of, null, 100);
  }
}
