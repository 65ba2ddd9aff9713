package org.motcua.simulators.outside.natpay;

import java.nio.file.Path;
import java.time.Clock;
import org.motcua.simulators.outside.gateways.Orders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The platform's; portals bring them. */
@Component("natpayOrders")
class PlatformOrders extends Orders {

  private static final long FIRST_TRANSACTION = 77_000_000;

  PlatformOrders(
      @Value("${outside.data}") Path dataFolder,
      @Value("${outside.natpay.remembered}") int remembered,
      JsonMapper json,
      Clock clock) {
    super("PLATFORM", dataFolder.resolve("natpay"), FIRST_TRANSACTION, remembered, json, clock);
  }
}
