package org.motcua.simulators.outside.vnpay;

import java.nio.file.Path;
import java.time.Clock;
import org.motcua.simulators.outside.gateways.Orders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** This gateway's; payers bring them. */
@Component("vnpayOrders")
class VnpayOrders extends Orders {

  private static final long FIRST_TRANSACTION = 14_000_000;

  VnpayOrders(
      @Value("${outside.data}") Path dataFolder,
      @Value("${outside.vnpay.remembered}") int remembered,
      JsonMapper json,
      Clock clock) {
    super("VNPAY", dataFolder.resolve("vnpay"), FIRST_TRANSACTION, remembered, json, clock);
  }
}
