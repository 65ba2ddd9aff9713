package org.motcua.simulators.outside.mailboxes;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.springframework.stereotype.Component;

/** The mail server that all mailboxes are at. Callers reach it through the {@link SmtpDoor}. */
@Component
class MailServer implements AutoCloseable {

  // A busy machine takes longer than the second that it is given otherwise.
  private static final Duration STARTING = Duration.ofSeconds(60);

  private final Mailboxes mailboxes;
  private final Faults faults;
  private final Clock clock;
  private final GreenMail server;

  MailServer(Mailboxes mailboxes, Faults faults, Clock clock) {
    this.mailboxes = mailboxes;
    this.faults = faults;
    this.clock = clock;
    var loopback = InetAddress.getLoopbackAddress().getHostAddress();
    var setup = new ServerSetup(0, loopback, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(STARTING.toMillis());
    this.server = new GreenMail(setup);
    server.getUserManager().setMessageDeliveryHandler((_, to) -> mailbox(to));
    server.start();
  }

  /** Out of order, it says yes to every mail and loses it. */
  private GreenMailUser mailbox(MailAddress to) {
    var address = EmailAddress.parse(to.getEmail());
    return new Mailbox(
        address, faults.of(Service.MAIL) == Fault.WRONG ? _ -> {} : mailboxes::receive, clock);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getSmtp().getPort());
  }

  @Override
  public void close() {
    server.stop();
  }
}
