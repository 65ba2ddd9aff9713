package org.motcua.platform.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * This node's connection to the operator, kept as long as the node lives, since he tells over it
 * what became of messages. One that is lost is made anew, at first soon, then ever more slowly.
 */
class SmppConnection implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SmppConnection.class);

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration BINDING = Duration.ofSeconds(10);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 6;

  private final SmppSettings settings;
  private final MessageReceiverListener receipts;
  private final Semaphore lost = new Semaphore(0);

  private volatile @Nullable SMPPSession session;
  private volatile String trouble = "not connected yet";
  private volatile boolean running;
  private @Nullable Thread keeper;

  SmppConnection(SmppSettings settings, MessageReceiverListener receipts) {
    this.settings = settings;
    this.receipts = receipts;
  }

  Optional<SMPPSession> session() {
    return Optional.ofNullable(session).filter(one -> one.getSessionState().isTransmittable());
  }

  /** Why there is none. */
  String trouble() {
    return trouble;
  }

  @Override
  public void start() {
    running = true;
    keeper = Thread.ofPlatform().name("smpp").daemon().start(this::keep);
  }

  /** Before messages go out, and until the last has gone. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  private void keep() {
    var failures = 0;
    while (running) {
      try {
        session = bind();
        failures = 0;
        log.info("Bound to the SMS operator at {}", settings);
        lost.acquire();
        session = null;
        trouble = "the connection was lost";
        if (running) log.warn("The connection to the SMS operator at {} was lost", settings);
      } catch (IOException e) {
        trouble = "no connection to " + settings + ": " + e.getMessage();
        if (failures++ == 0) log.warn("The SMS operator is not reached: {}", trouble);
        if (!pause(failures)) return;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private SMPPSession bind() throws IOException {
    var fresh = new SMPPSession(this::connect);
    fresh.setEnquireLinkTimer((int) settings.enquireEvery().toMillis());
    fresh.setTransactionTimer(ANSWERING.toMillis());
    fresh.setMessageReceiverListener(receipts);
    lost.drainPermits();
    try {
      fresh.connectAndBind(
          settings.host(),
          settings.port(),
          new BindParameter(
              BindType.BIND_TRX,
              settings.systemId(),
              settings.password(),
              settings.systemType(),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null,
              InterfaceVersion.IF_34),
          BINDING.toMillis());
    } catch (IOException | RuntimeException e) {
      fresh.close();
      throw e instanceof IOException failure ? failure : new IOException(e);
    }
    fresh.addSessionStateListener(
        (now, before, which) -> {
          if (!now.isBound()) lost.release();
        });
    if (!fresh.getSessionState().isBound()) lost.release();
    return fresh;
  }

  private Connection connect(String host, int port) throws IOException {
    var plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(host, port), (int) CONNECTING.toMillis());
      plain.setTcpNoDelay(true);
      return new SocketConnection(settings.tls() ? secured(plain, host, port) : plain);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /** The certificate must be of an authority that Java trusts, and for this very host. */
  private static Socket secured(Socket plain, String host, int port) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var secured = (SSLSocket) factory.createSocket(plain, host, port, true);
    var rules = secured.getSSLParameters();
    rules.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(rules);
    secured.startHandshake();
    return secured;
  }

  private boolean pause(int failures) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    try {
      // Nothing is lost meanwhile: only the end of the node rings.
      lost.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
      return running;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
    var last = session;
    session = null;
    if (last != null) last.unbindAndClose();
    lost.release();
    if (keeper != null) keeper.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
