package org.motcua.simulators.outside.phones;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Message_state.Message_state_enum;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The operator's message centre: takes pieces in, joins them as phones do, and tells some moments
 * later that they have arrived.
 */
@Component
class MessageCentre implements ServerMessageReceiverListener {

  private static final Logger log = LoggerFactory.getLogger(MessageCentre.class);
  private static final int UNTIL_IT_ARRIVES_MILLIS = 300;
  private static final int INTERNATIONAL = 1;

  private final Phones phones;
  private final Faults faults;
  private final Clock clock;
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final Map<String, JoinedText> joining = new ConcurrentHashMap<>();
  private final Deque<Receipt> receipts = new ConcurrentLinkedDeque<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  MessageCentre(Phones phones, Faults faults, Clock clock) {
    this.phones = phones;
    this.faults = faults;
    this.clock = clock;
  }

  private record Receipt(String id, String from, String to, boolean arrived) {}

  void bound(SMPPServerSession session) {
    sessions.add(session);
    later.schedule(this::tellAll, UNTIL_IT_ARRIVES_MILLIS, TimeUnit.MILLISECONDS);
  }

  void hangUp() {
    sessions.forEach(SMPPServerSession::close);
    later.shutdownNow();
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm sent, SMPPServerSession session)
      throws ProcessRequestException {
    var fault = faults.meet(Service.SMPP);
    switch (fault) {
      case UNAVAILABLE -> {
        session.close();
        throw new ProcessRequestException("Out of order", SMPPConstant.STAT_ESME_RSYSERR);
      }
      case THROTTLED ->
          throw new ProcessRequestException("More slowly", SMPPConstant.STAT_ESME_RTHROTTLED);
      case SLOW -> waitAsSlowOnesDo();
      default -> {
        // taken in
      }
    }
    var id = UUID.randomUUID().toString();
    if (fault != Fault.WRONG) take(id, sent);
    if (fault != Fault.NO_RECEIPT) {
      receipts.add(
          new Receipt(id, sent.getDestAddress(), sent.getSourceAddr(), fault != Fault.WRONG));
      later.schedule(this::tellAll, UNTIL_IT_ARRIVES_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (fault == Fault.REPLY_LOST) session.close();
    return new SubmitSmResult(messageId(id), new OptionalParameter[0]);
  }

  private void take(String id, SubmitSm sent) throws ProcessRequestException {
    var to = phone(sent);
    var piece = TextPiece.of(sent);
    if (piece.pieces() == 1) {
      phones.receive(id, to, piece.text());
      return;
    }
    var key = sent.getSourceAddr() + " " + to.digits() + " " + piece.reference();
    var joined = joining.computeIfAbsent(key, _ -> new JoinedText(piece.pieces()));
    joined
        .with(piece)
        .ifPresent(
            whole -> {
              joining.remove(key);
              phones.receive(id, to, whole);
            });
  }

  private static PhoneNumber phone(SubmitSm sent) throws ProcessRequestException {
    try {
      var international = sent.getDestAddrTon() == INTERNATIONAL;
      return PhoneNumber.parse((international ? "+" : "") + sent.getDestAddress());
    } catch (IllegalArgumentException e) {
      throw new ProcessRequestException("No phone", SMPPConstant.STAT_ESME_RINVDSTADR, e);
    }
  }

  /** What nobody hears now is told to the next who binds. */
  private void tellAll() {
    sessions.removeIf(session -> !session.getSessionState().isBound());
    for (var receipt = receipts.poll(); receipt != null; receipt = receipts.poll()) {
      if (tell(receipt)) continue;
      receipts.addFirst(receipt);
      return;
    }
  }

  private boolean tell(Receipt receipt) {
    for (var session : sessions) {
      try {
        tell(receipt, session);
        return true;
      } catch (Exception e) {
        log.debug("A receipt was not taken", e);
      }
    }
    return false;
  }

  private void tell(Receipt receipt, SMPPServerSession session) throws Exception {
    var now = Date.from(clock.instant());
    var state = receipt.arrived() ? DeliveryReceiptState.DELIVRD : DeliveryReceiptState.UNDELIV;
    var words =
        new DeliveryReceipt(
            receipt.id(),
            1,
            receipt.arrived() ? 1 : 0,
            now,
            now,
            state,
            receipt.arrived() ? "000" : "027",
            "");
    session.deliverShortMessage(
        "",
        TypeOfNumber.INTERNATIONAL,
        NumberingPlanIndicator.ISDN,
        receipt.from(),
        TypeOfNumber.ALPHANUMERIC,
        NumberingPlanIndicator.UNKNOWN,
        receipt.to(),
        new ESMClass()
            .setMessageMode(MessageMode.DEFAULT)
            .setMessageType(MessageType.SMSC_DEL_RECEIPT),
        (byte) 0,
        (byte) 0,
        new RegisteredDelivery(0),
        new GeneralDataCoding(),
        words.toString().getBytes(StandardCharsets.US_ASCII),
        new OptionalParameter.Receipted_message_id(receipt.id()),
        new OptionalParameter.Message_state(
            (receipt.arrived() ? Message_state_enum.DELIVERED : Message_state_enum.UNDELIVERABLE)
                .byteValue()));
  }

  private static MessageId messageId(String id) throws ProcessRequestException {
    try {
      return new MessageId(id);
    } catch (PDUStringException e) {
      throw new ProcessRequestException(id, SMPPConstant.STAT_ESME_RSYSERR, e);
    }
  }

  private void waitAsSlowOnesDo() {
    try {
      faults.waitAsSlowOnesDo();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProcessRequestException notOffered() {
    return new ProcessRequestException("Not offered", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sent, SMPPServerSession session)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm asked, SMPPServerSession session)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm sent, SMPPServerSession session)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public void onAcceptCancelSm(CancelSm sent, SMPPServerSession session)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sent, SMPPServerSession session)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm sent, SMPPServerSession session)
      throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm asked, SMPPServerSession session) throws ProcessRequestException {
    throw notOffered();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm sent, Session session) throws ProcessRequestException {
    throw notOffered();
  }
}
