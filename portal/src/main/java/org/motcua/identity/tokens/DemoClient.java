package org.motcua.identity.tokens;

import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A province's portal that reads by machine, and the national database that brings procedures. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class DemoClient implements ApplicationRunner {

  private final Clients clients;
  private final ClientSecrets secrets;

  DemoClient(Clients clients, ClientSecrets secrets) {
    this.clients = clients;
    this.secrets = secrets;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    clients.addIfAbsent(
        "quangninh-portal",
        "Cổng dịch vụ công tỉnh Quảng Ninh",
        secrets.encode("motcua-demo-secret"),
        "000.00.00.H49",
        Set.of("catalogue.read", "dossiers.read"));
    clients.addIfAbsent(
        "national-database",
        "Cơ sở dữ liệu quốc gia về thủ tục hành chính",
        secrets.encode("motcua-demo-secret"),
        "000.00.00.G22",
        Set.of("catalogue.read", "catalogue.write"));
  }
}
