package org.motcua.simulators.outside.mailboxes;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.stereotype.Component;

/** Where the portal's mail comes in: passes callers on to the mail server, as faults let it. */
@Component
class SmtpDoor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SmtpDoor.class);
  private static final int WAITING_CALLERS = 50;
  private static final String CLOSED = "421 4.3.2 The service is out of order; try again later\r\n";
  private static final String NO_SMTP = "HTTP/1.0 400 Bad Request\r\n\r\nIt works!\r\n";

  private final Faults faults;
  private final MailServer server;
  private final ServerSocket door;

  SmtpDoor(
      @Value("${outside.smtp-address}") InetAddress address,
      @Value("${outside.smtp-port}") int port,
      Faults faults,
      MailServer server)
      throws IOException {
    this.faults = faults;
    this.server = server;
    this.door = open(address, port);
    Thread.ofVirtual().name("smtp").start(this::letIn);
  }

  private static ServerSocket open(InetAddress address, int port) throws IOException {
    try {
      return new ServerSocket(port, WAITING_CALLERS, address);
    } catch (BindException e) {
      throw new PortInUseException(port, e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        var caller = door.accept();
        Thread.ofVirtual().start(() -> meet(caller));
      } catch (IOException e) {
        if (!door.isClosed()) log.warn("A caller could not be let in", e);
      }
    }
  }

  private void meet(Socket caller) {
    try (caller) {
      switch (faults.meet(Service.MAIL)) {
        case NONE, WRONG, REPLY_LOST, THROTTLED, NO_RECEIPT -> connect(caller);
        case UNAVAILABLE -> say(caller, CLOSED);
        case GARBLED -> say(caller, NO_SMTP);
        case SLOW -> {
          faults.waitAsSlowOnesDo();
          connect(caller);
        }
      }
    } catch (IOException e) {
      log.debug("A caller hung up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(Socket caller, String line) throws IOException {
    caller.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
  }

  private void connect(Socket caller) throws IOException, InterruptedException {
    try (var inside = new Socket(server.address().getAddress(), server.address().getPort())) {
      var answers = Thread.ofVirtual().start(() -> pass(inside, caller));
      pass(caller, inside);
      answers.join();
    }
  }

  /** Until one side ends; then the other side is told. */
  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      log.debug("A caller hung up", e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
