package org.motcua.simulators.outside.authority;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Whoever the demonstration knows has a certificate from the start, two of them a bad one. */
@Component
class DemoCertificates implements InitializingBean {

  private static final int YEARS = 2;

  private final Certificates certificates;
  private final Clock clock;

  DemoCertificates(Certificates certificates, Clock clock) {
    this.certificates = certificates;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    var now = clock.instant();
    var valid = Validity.years(YEARS, now);
    issue(new Holder.Person("Phạm Văn Đức", "022092004321"), Validity.past(now));
    var huy = new Holder.Person("Đinh Quang Huy", "022099003333");
    issue(huy, valid);
    certificates.revoke(serial(huy));
    issue(new Holder.Person("Lê Thị Hoa", "022185003456"), valid);
    issue(new Holder.Person("Trần Văn Hùng", "022088005678"), valid);
    issue(new Holder.Person("Nguyễn Thị Mai", "022190001234"), valid);
    issue(
        new Holder.Company("Công ty TNHH Sao Vàng", "5700123454", "Trần Văn Hùng", "022088005678"),
        valid);
  }

  /** A serial number that does not change, so that each start finds the first one's work. */
  private static String serial(Holder holder) {
    var name = "motcua-demo:" + holder.number();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  private void issue(Holder holder, Validity validity) {
    certificates.issue(serial(holder), holder, validity);
  }
}
