package org.motcua.platform.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.outgoing.Delivery.State;
import org.motcua.platform.outgoing.Outbox;
import org.motcua.testing.AnotherNode;
import org.motcua.testing.MessageCentre;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole node that speaks SMPP, beside one whose operator is dead. */
@SpringBootTest
@AutoConfigureMockMvc
class SmppNodeTests {

  @Autowired SmsGateway sms;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired Environment environment;

  @AfterEach
  void mend() {
    Phones.mend();
  }

  @Test
  void whatOneNodeCannotSendAnotherDoesAndItsArrivalIsSeenAtBoth() throws Exception {
    Phones.fails(Phones.Fault.UNAVAILABLE);
    var about = NewId.next();
    try (var centre = new MessageCentre();
        var node =
            AnotherNode.beside(
                environment,
                "--motcua.sms.operator=smpp",
                "--motcua.sms.smpp.port=" + centre.port())) {
      assertThat(node.getBean(SmsOperator.class)).isInstanceOf(SmppOperator.class);
      transaction.executeWithoutResult(
          status -> sms.announce(about, "+84912000077", "Hồ sơ có tin mới", null));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> outbox.deliveriesOf(about).getFirst().state() == State.SENT);
      var sent = centre.taken().size() - 1;
      assertThat(new String(centre.taken().get(sent).getShortMessage(), StandardCharsets.UTF_16BE))
          .isEqualTo("Hồ sơ có tin mới");
      centre.tells(centre.ids().get(sent), DeliveryReceiptState.DELIVRD, true);
      assertThat(outbox.deliveriesOf(about).getFirst().state()).isEqualTo(State.DELIVERED);
    }
  }
}
