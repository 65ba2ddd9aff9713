package org.motcua.payments.gateway.vietqr;

import java.time.Duration;
import org.motcua.payments.gateway.SharedSecret;
import org.motcua.payments.model.AccountField;
import org.motcua.payments.model.LedgerAccount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The account that people transfer to, and what its bank and this portal have agreed upon. */
@Component("vietqrAccount")
class OurAccount {

  /** In which the secret of the demonstration is kept, under this name. */
  private static final String SECRET = "bank";

  private final String bank;
  private final String bankName;
  private final String number;
  private final String holder;
  private final String url;
  private final String appLink;
  private final String secret;
  private final Duration patience;

  OurAccount(
      SharedSecret secrets,
      @Value("${motcua.payments.vietqr.bank}") String bank,
      @Value("${motcua.payments.vietqr.bank-name}") String bankName,
      @Value("${motcua.payments.vietqr.account}") String number,
      @Value("${motcua.payments.vietqr.holder}") String holder,
      @Value("${motcua.payments.vietqr.url}") String url,
      @Value("${motcua.payments.vietqr.app-link}") String appLink,
      @Value("${motcua.payments.vietqr.secret}") String secret,
      @Value("${motcua.payments.vietqr.patience}") Duration patience) {
    this.bank = bank;
    this.bankName = bankName;
    this.number = number;
    this.holder = holder;
    this.url = url;
    this.appLink = appLink;
    this.secret = secrets.of(SECRET, secret);
    this.patience = patience;
  }

  boolean isSetUp() {
    return AccountField.BANK.allows(bank) && !number.isBlank() && !secret.isBlank();
  }

  /** Six digits. */
  String bank() {
    return bank;
  }

  String bankName() {
    return bankName;
  }

  String number() {
    return number;
  }

  String holder() {
    return holder;
  }

  /** Where the bank takes orders to transfer. Empty: money goes back by hand. */
  String url() {
    return url;
  }

  /** Opens a payer's banking application when a code's text is put behind it. Empty: none does. */
  String appLink() {
    return appLink;
  }

  BankSignature signature() {
    return new BankSignature(secret);
  }

  /** A code is good for so long at least. */
  Duration patience() {
    return patience;
  }

  LedgerAccount inTheBooks() {
    return new LedgerAccount.Bank(bank, number);
  }
}
