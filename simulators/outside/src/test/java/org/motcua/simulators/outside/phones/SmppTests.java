package org.motcua.simulators.outside.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.OutsideTest;
import org.motcua.simulators.outside.faults.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OutsideTest
class SmppTests {

  private static final int ALONE = 0;
  private static final int HEADED = 0x40;

  @Autowired MockMvcTester mvc;
  @Autowired Phones phones;
  @Autowired SmppDoor door;

  private final BlockingQueue<DeliveryReceiptState> told = new LinkedBlockingQueue<>();
  private SMPPSession session = new SMPPSession();

  @AfterEach
  void endAll() {
    choose(Fault.NONE);
    session.close();
  }

  @Test
  void aMessageComesToThePhoneAndItsArrivalIsTold() throws Exception {
    bind("secret");
    submit("84912000101", ALONE, Alphabet.ALPHA_UCS2, "Hồ sơ đã được tiếp nhận");
    assertThat(newest("0912000101")).isEqualTo("Hồ sơ đã được tiếp nhận");
    awaitTold(DeliveryReceiptState.DELIVRD);
  }

  @Test
  void piecesAreJoinedHoweverTheyCome() throws Exception {
    bind("secret");
    piece(2, "mới.");
    piece(2, "mới.");
    assertThat(phones.messagesOf(PhoneNumber.parse("0912000102"))).isEmpty();
    piece(1, "Hồ sơ có tin ");
    assertThat(newest("0912000102")).isEqualTo("Hồ sơ có tin mới.");
  }

  @Test
  void faultsAreMetAsInLife() throws Exception {
    bind("secret");
    choose(Fault.THROTTLED);
    assertThatThrownBy(() -> submit("84912000103", ALONE, Alphabet.ALPHA_UCS2, "chậm lại"))
        .isInstanceOfSatisfying(
            NegativeResponseException.class,
            refused ->
                assertThat(refused.getCommandStatus())
                    .isEqualTo(SMPPConstant.STAT_ESME_RTHROTTLED));
    choose(Fault.WRONG);
    submit("84912000103", ALONE, Alphabet.ALPHA_UCS2, "mất hút");
    awaitTold(DeliveryReceiptState.UNDELIV);
    assertThat(phones.messagesOf(PhoneNumber.parse("0912000103"))).isEmpty();
    choose(Fault.REPLY_LOST);
    assertThatThrownBy(() -> submit("84912000103", ALONE, Alphabet.ALPHA_UCS2, "đã nhận"));
    assertThat(newest("0912000103")).isEqualTo("đã nhận");
  }

  @Test
  void strangersAndEverybodyInAnOutageAreNotBound() {
    assertThatThrownBy(() -> bind("guessed")).isInstanceOf(IOException.class);
    session = new SMPPSession();
    choose(Fault.UNAVAILABLE);
    assertThatThrownBy(() -> bind("secret")).isInstanceOf(IOException.class);
  }

  /** What other tests' messages came to may be told before. */
  private void awaitTold(DeliveryReceiptState state) throws InterruptedException {
    var next = told.poll(10, TimeUnit.SECONDS);
    while (next != null && next != state) next = told.poll(10, TimeUnit.SECONDS);
    assertThat(next).isEqualTo(state);
  }

  private void bind(String password) throws IOException {
    session.setMessageReceiverListener(new Told());
    session.connectAndBind(
        "127.0.0.1",
        door.port(),
        new BindParameter(
            BindType.BIND_TRX,
            "motcua",
            password,
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null));
  }

  private void piece(int number, String words) throws Exception {
    var header = new String(new char[] {0x0500, 0x0307, (char) (0x0200 + number)});
    submit("84912000102", HEADED, Alphabet.ALPHA_UCS2, header + words);
  }

  private void submit(String to, int headed, Alphabet alphabet, String text) throws Exception {
    session.submitShortMessage(
        "",
        TypeOfNumber.ALPHANUMERIC,
        NumberingPlanIndicator.UNKNOWN,
        "MOTCUA",
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        to,
        new ESMClass(headed),
        (byte) 0,
        (byte) 0,
        null,
        null,
        new RegisteredDelivery(1),
        (byte) 0,
        new GeneralDataCoding(alphabet),
        (byte) 0,
        text.getBytes(StandardCharsets.UTF_16BE));
  }

  private String newest(String number) {
    return phones.messagesOf(PhoneNumber.parse(number)).getFirst().text();
  }

  private void choose(Fault fault) {
    assertThat(mvc.post().uri("/faults").param("smpp", fault.name())).hasStatus(302);
  }

  private final class Told implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm receipt) {
      try {
        told.add(receipt.getShortMessageAsDeliveryReceipt().getFinalStatus());
      } catch (InvalidDeliveryReceiptException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) {
      throw new AssertionError("Nothing of the kind is sent");
    }
  }
}
