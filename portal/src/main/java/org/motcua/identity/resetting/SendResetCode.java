package org.motcua.identity.resetting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountKind;
import org.motcua.identity.changes.RecentChanges;
import org.motcua.identity.codes.Codes;
import org.motcua.identity.codes.Codes.Sending;
import org.motcua.identity.codes.Recipient;
import org.motcua.identity.model.Account;
import org.motcua.identity.model.AccountNames;
import org.motcua.identity.model.AccountStore;
import org.motcua.identity.model.NameKind;
import org.motcua.identity.model.TypedName;
import org.motcua.identity.profile.TellHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whose password is forgotten, and sends the code to the account's phone. Where it may not be
 * reset so, its holder is told by which way it may, and whoever asks learns nothing.
 */
@Service
class SendResetCode {

  static final String PURPOSE = "identity.reset";
  private static final String WORDS = "identity.forgotten.code";

  private final Resets resets;
  private final AccountStore accounts;
  private final AccountNames names;
  private final RecentChanges changes;
  private final Codes codes;
  private final TellHolder tell;
  private final TransactionTemplate transaction;

  SendResetCode(
      Resets resets,
      AccountStore accounts,
      AccountNames names,
      RecentChanges changes,
      Codes codes,
      TellHolder tell,
      TransactionTemplate transaction) {
    this.resets = resets;
    this.accounts = accounts;
    this.names = names;
    this.changes = changes;
    this.codes = codes;
    this.tell = tell;
    this.transaction = transaction;
  }

  void send(UUID id) {
    resets.find(id).ifPresent(this::send);
  }

  private void send(Reset reset) {
    var account = account(reset.typedName());
    var otherwise = account.flatMap(this::mustGoAnotherWay);
    if (account.isPresent() && otherwise.isEmpty()) {
      sendCode(reset, account.get());
    } else {
      if (otherwise.isPresent()) tellOnce(reset, account.get(), otherwise.get());
      codes.pretend(PURPOSE, reset.subject());
    }
  }

  private void sendCode(Reset reset, Account account) {
    resets.found(reset.id(), account.id());
    var phone = Recipient.phone(account.phone());
    var sending = codes.send(PURPOSE, reset.subject(), phone, reset.language(), WORDS);
    if (sending instanceof Sending.TooMany && codes.sentTo(PURPOSE, reset.subject()).isEmpty()) {
      codes.pretend(PURPOSE, reset.subject());
    }
  }

  private void tellOnce(Reset reset, Account account, String otherwise) {
    if (codes.sentTo(PURPOSE, reset.subject()).isPresent()) return;
    transaction.executeWithoutResult(
        status -> tell.everywhere(account, "identity.forgotten.told." + otherwise));
  }

  private Optional<Account> account(String typedName) {
    List<Account> found = accounts.listByTypedName(TypedName.of(typedName));
    return found.stream().filter(Account::letsIn).filter(this::isItsHolders).findFirst();
  }

  /** A child's account was opened without a password, with the phone of a parent. */
  private boolean isItsHolders(Account account) {
    return account.passwordHash() != null
        || names
            .find(NameKind.PHONE, account.phone().international())
            .filter(account.id()::equals)
            .isPresent();
  }

  private Optional<String> mustGoAnotherWay(Account account) {
    if (account.kind() == AccountKind.OFFICER) return Optional.of("officer");
    return changes.phone(account.id()) ? Optional.of("newPhone") : Optional.empty();
  }
}
