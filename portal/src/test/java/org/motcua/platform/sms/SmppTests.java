package org.motcua.platform.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.outgoing.Carrier.Handed;
import org.motcua.testing.MessageCentre;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's side of SMPP, with a real message centre at the other end. */
@SpringBootTest
@AutoConfigureMockMvc
class SmppTests {

  private static final String LONG =
      "Hồ sơ H26.19-201209-0001 đã được tiếp nhận. Dự kiến trả kết quả lúc 16:30 ngày 15/12/2026"
          + " tại Bộ phận Một cửa phường Hồng Hà.";

  @Autowired PieceStore pieces;
  @Autowired JdbcClient jdbc;

  private MessageCentre centre;
  private SmppConnection connection;
  private SmppOperator operator;

  @BeforeEach
  void bind() throws IOException {
    centre = new MessageCentre();
    var settings =
        new SmppSettings(
            "127.0.0.1",
            centre.port(),
            false,
            "motcua",
            "secret",
            "",
            "MOTCUA",
            10,
            Duration.ofSeconds(1));
    connection = new SmppConnection(settings, new Receipts(pieces));
    operator = new SmppOperator(settings, connection, pieces);
    connection.start();
    await().until(() -> connection.session().isPresent());
  }

  @AfterEach
  void unbind() throws IOException {
    connection.stop();
    centre.close();
  }

  @Test
  void aShortTextGoesInOneAndItsArrivalIsWrittenDown() throws Exception {
    var sms = sms("Ma xac thuc: 123456");
    assertThat(operator.take(sms, true)).isEqualTo(new Handed.Taken());
    var sent = centre.taken().getFirst();
    assertThat(sent.getDestAddress()).isEqualTo("84912000001");
    assertThat(sent.getSourceAddr()).isEqualTo("MOTCUA");
    assertThat(sent.getDataCoding()).isZero();
    assertThat(sent.getRegisteredDelivery()).isOne();
    assertThat(new String(sent.getShortMessage(), StandardCharsets.US_ASCII))
        .isEqualTo("Ma xac thuc: 123456");
    centre.tells(centre.ids().getFirst(), DeliveryReceiptState.ENROUTE, false);
    assertThat(state(sms)).isEqualTo("SENT");
    centre.tells(centre.ids().getFirst(), DeliveryReceiptState.DELIVRD, false);
    assertThat(state(sms)).isEqualTo("DELIVERED");
  }

  @Test
  void aLongVietnameseTextGoesInPiecesAndHasArrivedWithTheLast() throws Exception {
    var sms = sms(LONG);
    assertThat(operator.take(sms, false)).isEqualTo(new Handed.Taken());
    assertThat(centre.taken()).hasSize(2);
    var whole = new StringBuilder();
    for (var piece : centre.taken()) {
      assertThat(piece.isUdhi()).isTrue();
      assertThat(piece.getDataCoding()).isEqualTo((byte) 8);
      var octets = piece.getShortMessage();
      whole.append(new String(octets, 6, octets.length - 6, StandardCharsets.UTF_16BE));
    }
    assertThat(whole).hasToString(LONG);
    centre.tells(centre.ids().get(1), DeliveryReceiptState.DELIVRD, true);
    assertThat(state(sms)).isEqualTo("SENT");
    centre.tells(centre.ids().get(0), DeliveryReceiptState.DELIVRD, true);
    assertThat(state(sms)).isEqualTo("DELIVERED");
  }

  @Test
  void oneThatWillNotArriveHasFailedAndSaysWhy() throws Exception {
    var sms = sms(LONG);
    operator.take(sms, false);
    centre.tells(centre.ids().get(0), DeliveryReceiptState.UNDELIV, false);
    assertThat(state(sms)).isEqualTo("FAILED");
    assertThat(problem(sms)).contains("UNDELIV");
    centre.tells(centre.ids().get(1), DeliveryReceiptState.DELIVRD, false);
    assertThat(state(sms)).isEqualTo("FAILED");
  }

  @Test
  void whatIsToldBeforeTheIdIsWrittenDownCountsToo() {
    var sms = sms("nhanh");
    pieces.told("early-" + sms.id(), true, "DELIVRD");
    assertThat(state(sms)).isEqualTo("SENT");
    pieces.taken("early-" + sms.id(), sms.id(), 1, 1);
    assertThat(state(sms)).isEqualTo("DELIVERED");
  }

  @Test
  void afterADeathBetweenTwoPiecesOnlyTheMissingOneGoes() {
    var sms = sms(LONG);
    centre.hangsUpAfter(1);
    assertThat(operator.take(sms, false)).isNotEqualTo(new Handed.Taken());
    assertThat(centre.taken()).hasSize(1);
    centre.hangsUpNoMore();
    await().until(() -> connection.session().isPresent());
    assertThat(operator.take(sms, false)).isEqualTo(new Handed.Taken());
    assertThat(centre.taken()).hasSize(2);
    // Sent again by a node that does not know that all of it has gone: nothing goes.
    assertThat(operator.take(sms, false)).isEqualTo(new Handed.Taken());
    assertThat(centre.taken()).hasSize(2);
    assertThat(centre.taken())
        .extracting(piece -> piece.getShortMessage()[5])
        .containsExactly((byte) 1, (byte) 2);
    assertThat(centre.taken())
        .extracting(piece -> piece.getShortMessage()[3])
        .containsOnly((byte) sms.id().getLeastSignificantBits());
  }

  @Test
  void aLostConnectionIsMadeAnewAndMeanwhileNobodyTakesAnything() {
    centre.refusesBinds(true);
    centre.hangsUp();
    await().until(() -> connection.session().isEmpty());
    assertThat(operator.take(sms("chờ"), false)).isInstanceOf(Handed.Unavailable.class);
    centre.refusesBinds(false);
    await().atMost(Duration.ofSeconds(20)).until(() -> connection.session().isPresent());
    assertThat(centre.binds()).isEqualTo(2);
    assertThat(operator.take(sms("đi"), false)).isEqualTo(new Handed.Taken());
  }

  @Test
  void theOperatorsRefusalsAreForNowForLaterOrForEver() {
    centre.answers(SMPPConstant.STAT_ESME_RTHROTTLED);
    assertThat(operator.take(sms("chậm"), false)).isInstanceOf(Handed.Unavailable.class);
    centre.answers(SMPPConstant.STAT_ESME_RSUBMITFAIL);
    assertThat(operator.take(sms("lát nữa"), false)).isInstanceOf(Handed.NotNow.class);
    centre.answers(SMPPConstant.STAT_ESME_RINVDSTADR);
    assertThat(operator.take(sms("không bao giờ"), false)).isInstanceOf(Handed.Refused.class);
  }

  /** One that the lines of this context leave alone. */
  private Sms sms(String text) {
    var sms = new Sms(NewId.next(), "+84912000001", text);
    jdbc.sql(
            """
            insert into platform.outgoing
              (id, way, state, urgent, shown_to, give_up_at, sent_at)
            values (:id, 'SMS', 'SENT', false, '…001', now() + interval '1 day', now())
            """)
        .param("id", sms.id())
        .update();
    return sms;
  }

  private String state(Sms sms) {
    return read(sms.id(), "state");
  }

  private String problem(Sms sms) {
    return read(sms.id(), "problem");
  }

  private String read(UUID id, String column) {
    return jdbc.sql("select " + column + " from platform.outgoing where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
