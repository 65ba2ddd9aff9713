package org.motcua.simulators.outside.phones;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.stereotype.Component;

/** Where programs bind by SMPP, if a port is given for it. */
@Component
class SmppDoor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmppDoor.class);
  private static final int WAITING_CALLERS = 50;
  private static final int BINDING_MILLIS = 5_000;
  private static final int UNTIL_READ_SECONDS = 2;

  private final MessageCentre centre;
  private final Faults faults;
  private final String systemId;
  private final String password;
  private final @Nullable ServerSocket socket;
  private volatile boolean open = true;

  SmppDoor(
      @Value("${outside.smpp-address}") InetAddress address,
      @Value("${outside.smpp-port}") String port,
      @Value("${outside.smpp-system-id}") String systemId,
      @Value("${outside.smpp-password}") String password,
      MessageCentre centre,
      Faults faults)
      throws IOException {
    this.centre = centre;
    this.faults = faults;
    this.systemId = systemId;
    this.password = password;
    this.socket = port.isBlank() ? null : open(address, Integer.parseInt(port.strip()));
    if (socket != null) listenAt(socket);
  }

  private static ServerSocket open(InetAddress address, int port) throws IOException {
    try {
      return new ServerSocket(port, WAITING_CALLERS, address);
    } catch (BindException e) {
      throw new PortInUseException(port, e);
    }
  }

  private void listenAt(ServerSocket socket) throws IOException {
    var listener =
        new SMPPServerSessionListener(
            socket.getLocalPort(), new At(new ServerSocketConnection(socket)));
    listener.setMessageReceiverListener(centre);
    Thread.ofVirtual().name("smpp").start(() -> letIn(listener));
  }

  /** It listens already. */
  private record At(ServerConnection connection) implements ServerConnectionFactory {

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

  int port() {
    return socket == null ? 0 : socket.getLocalPort();
  }

  private void letIn(SMPPServerSessionListener listener) {
    while (open) {
      try {
        var session = listener.accept();
        Thread.ofVirtual().start(() -> bind(session));
      } catch (IOException e) {
        if (open) log.warn("A caller could not be let in", e);
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      var request = session.waitForBind(BINDING_MILLIS);
      if (faults.of(Service.SMPP) == Fault.UNAVAILABLE) {
        faults.meet(Service.SMPP);
        reject(request, SMPPConstant.STAT_ESME_RBINDFAIL, session);
      } else if (isKnown(request)) {
        request.accept("outside", InterfaceVersion.IF_34);
        centre.bound(session);
      } else {
        reject(request, SMPPConstant.STAT_ESME_RINVPASWD, session);
      }
    } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
      log.debug("Somebody did not bind", e);
      session.close();
    }
  }

  /** A caller who finds the line dead before he has read the answer would wait for it. */
  private static void reject(BindRequest request, int status, SMPPServerSession session)
      throws IOException {
    request.reject(status);
    CompletableFuture.delayedExecutor(UNTIL_READ_SECONDS, TimeUnit.SECONDS).execute(session::close);
  }

  private boolean isKnown(BindRequest request) {
    return systemId.equals(request.getSystemId()) && password.equals(request.getPassword());
  }

  @Override
  public void close() throws IOException {
    open = false;
    if (socket != null) socket.close();
    centre.hangUp();
  }
}
