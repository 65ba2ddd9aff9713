package org.motcua.simulators.outside.bank;

import java.util.Map;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the account's holder's signed orders to transfer; the same one again is carried out once.
 */
@RestController("bankTransferApi")
class TransferApi {

  private final Movements movements;
  private final Signature signature;
  private final Faults faults;
  private final JsonMapper json;
  private final String account;

  TransferApi(
      Movements movements,
      Signature signature,
      Faults faults,
      JsonMapper json,
      @Value("${outside.bank.account}") String account) {
    this.movements = movements;
    this.signature = signature;
    this.faults = faults;
    this.json = json;
    this.account = account;
  }

  @PostMapping("/bank/api/transfers")
  @Suffers(Service.BANK)
  Map<String, String> transfer(
      @RequestBody String body,
      @RequestHeader(Signature.TIME) String time,
      @RequestHeader(Signature.HEADER) String given) {
    if (!signature.isOn(body, time, given)) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "The signature is wrong");
    }
    var order = read(body);
    var id = order.path("id").asString("");
    if (faults.of(Service.BANK) == Fault.WRONG) {
      return Map.of("id", id, "state", "REFUSED", "why", "ACCOUNT_CLOSED");
    }
    var to = order.path("to");
    var dong = order.path("dong").asLong(0);
    var sound =
        !id.isBlank()
            && order.path("account").asString("").equals(account)
            && !to.path("account").asString("").isBlank()
            && dong > 0;
    if (!sound) return Map.of("id", id, "state", "REFUSED", "why", "FAULTY_ORDER");
    var movement =
        movements.debit(
            account,
            new Party(
                to.path("bank").asString(""),
                to.path("account").asString(""),
                to.path("name").asString("")),
            dong,
            order.path("text").asString(""),
            id);
    if (faults.of(Service.BANK) == Fault.REPLY_LOST) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "The bank is out of order; try again later");
    }
    return Map.of("id", id, "state", "DONE", "transaction", movement.id());
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The order is no JSON");
    }
  }
}
