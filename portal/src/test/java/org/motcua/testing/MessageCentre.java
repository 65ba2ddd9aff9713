package org.motcua.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
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
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;

/** An operator's message centre that speaks SMPP, with faults and receipts at a test's word. */
public final class MessageCentre implements AutoCloseable, ServerMessageReceiverListener {

  private final ServerSocket socket;
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final AtomicInteger serial = new AtomicInteger();
  private final AtomicInteger binds = new AtomicInteger();
  private volatile boolean refusesBinds;
  private volatile int refusal;
  private volatile int takesBeforeItHangsUp = Integer.MAX_VALUE;

  public MessageCentre() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    var listener =
        new SMPPServerSessionListener(0, new Listening(new ServerSocketConnection(socket)));
    listener.setMessageReceiverListener(this);
    Thread.ofVirtual().start(() -> letIn(listener));
  }

  public int port() {
    return socket.getLocalPort();
  }

  public int binds() {
    return binds.get();
  }

  public void refusesBinds(boolean refuses) {
    refusesBinds = refuses;
  }

  /** Answers every message so; 0 for taking it. */
  public void answers(int status) {
    refusal = status;
  }

  /** Takes so many more, and hangs up while it takes the next, before it answers. */
  public void hangsUpAfter(int more) {
    takesBeforeItHangsUp = taken.size() + more;
  }

  public void hangsUpNoMore() {
    takesBeforeItHangsUp = Integer.MAX_VALUE;
  }

  public void hangsUp() {
    sessions.forEach(SMPPServerSession::close);
    sessions.clear();
  }

  /** All that it has taken, in that order. */
  public List<SubmitSm> taken() {
    return taken;
  }

  /** The ids that it has given them. */
  public List<String> ids() {
    return ids;
  }

  /** Tells over the newest connection what became of a message. */
  public void tells(String id, DeliveryReceiptState state, boolean named) throws Exception {
    var now = new Date();
    var words = new DeliveryReceipt(named ? "another" : id, 1, 1, now, now, state, "000", "");
    sessions
        .getLast()
        .deliverShortMessage(
            "",
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            "84912000001",
            TypeOfNumber.ALPHANUMERIC,
            NumberingPlanIndicator.UNKNOWN,
            "MOTCUA",
            new ESMClass()
                .setMessageMode(MessageMode.DEFAULT)
                .setMessageType(MessageType.SMSC_DEL_RECEIPT),
            (byte) 0,
            (byte) 0,
            new RegisteredDelivery(0),
            new GeneralDataCoding(),
            words.toString().getBytes(StandardCharsets.US_ASCII),
            named
                ? new OptionalParameter[] {new OptionalParameter.Receipted_message_id(id)}
                : new OptionalParameter[0]);
  }

  private record Listening(ServerConnection connection) implements ServerConnectionFactory {

    @Override
    public ServerConnection listen(int port) {
      return connection;
    }

    @Override
    public ServerConnection listen(int port, int timeout) {
      return connection;
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) {
      return connection;
    }
  }

  private void letIn(SMPPServerSessionListener listener) {
    while (!socket.isClosed()) {
      try {
        var session = listener.accept();
        Thread.ofVirtual().start(() -> bind(session));
      } catch (IOException e) {
        if (!socket.isClosed()) throw new AssertionError(e);
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      var request = session.waitForBind(5_000);
      if (refusesBinds) {
        request.reject(SMPPConstant.STAT_ESME_RBINDFAIL);
        session.close();
      } else {
        request.accept("centre", InterfaceVersion.IF_34);
        sessions.add(session);
        binds.incrementAndGet();
      }
    } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
      session.close();
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm sent, SMPPServerSession session)
      throws ProcessRequestException {
    if (refusal != 0) throw new ProcessRequestException("No", refusal);
    if (taken.size() >= takesBeforeItHangsUp) {
      session.close();
      throw new ProcessRequestException("Gone", SMPPConstant.STAT_ESME_RSYSERR);
    }
    var id = "m" + System.identityHashCode(this) + "-" + serial.incrementAndGet();
    taken.add(sent);
    ids.add(id);
    try {
      return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
    } catch (PDUStringException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    hangsUp();
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sent, SMPPServerSession session) {
    throw new AssertionError("Nobody sends this");
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm asked, SMPPServerSession session) {
    throw new AssertionError("Nobody asks this");
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm sent, SMPPServerSession session) {
    throw new AssertionError("Nobody sends this");
  }

  @Override
  public void onAcceptCancelSm(CancelSm sent, SMPPServerSession session) {
    throw new AssertionError("Nobody sends this");
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sent, SMPPServerSession session) {
    throw new AssertionError("Nobody sends this");
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm sent, SMPPServerSession session) {
    throw new AssertionError("Nobody sends this");
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm asked, SMPPServerSession session) {
    throw new AssertionError("Nobody asks this");
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm sent, Session session) {
    throw new AssertionError("Nobody sends this");
  }
}
