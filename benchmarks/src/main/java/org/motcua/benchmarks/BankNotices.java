package org.motcua.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** VNPAY's notices (IPN) of orders that were paid, one after another, signed as it signs them. */
final class BankNotices implements Load.Person {

  static final String STEP = "notice";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

  private final KeptConnection portal;
  private final SecretKeySpec secret;
  private final BlockingQueue<String> unpaid;

  /**
   * @param unpaid refs of orders of 135,000 dong, each told of once
   */
  BankNotices(KeptConnection portal, String secret, BlockingQueue<String> unpaid) {
    this.portal = portal;
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512");
    this.unpaid = unpaid;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var ref = unpaid.take();
    var target = "/payments/vnpay/ipn?" + sealed(fields(ref));
    var answer = timings.time(STEP, () -> portal.get(target, "").good());
    if (!answer.member("RspCode").equals("00")) throw new IOException(answer.toString());
  }

  private static SortedMap<String, String> fields(String ref) {
    var fields = new TreeMap<String, String>();
    fields.put("vnp_Amount", "13500000");
    fields.put("vnp_BankCode", "NCB");
    fields.put("vnp_BankTranNo", "VNP" + ref);
    fields.put("vnp_CardType", "ATM");
    fields.put("vnp_OrderInfo", "Thanh toan " + ref);
    fields.put("vnp_PayDate", TIME.format(LocalDateTime.now(HANOI)));
    fields.put("vnp_ResponseCode", "00");
    fields.put("vnp_TmnCode", "MOTCUA01");
    fields.put("vnp_TransactionNo", ref);
    fields.put("vnp_TransactionStatus", "00");
    fields.put("vnp_TxnRef", ref);
    return fields;
  }

  private String sealed(SortedMap<String, String> fields) {
    var query =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + WholePayment.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return query + "&vnp_SecureHash=" + hash(query);
  }

  private String hash(String query) {
    try {
      var mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC", e);
    }
  }
}
