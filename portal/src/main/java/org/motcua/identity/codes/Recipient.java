package org.motcua.identity.codes;

import org.motcua.identity.model.EmailAddress;
import org.motcua.identity.model.Phone;

/** Where a code goes. */
public sealed interface Recipient {

  record ToPhone(Phone phone) implements Recipient {
    @Override
    public String address() {
      return phone.international();
    }

    @Override
    public String masked() {
      return phone.masked();
    }
  }

  record ToMailbox(EmailAddress email) implements Recipient {
    @Override
    public String address() {
      return email.value();
    }

    @Override
    public String masked() {
      return email.masked();
    }
  }

  static Recipient phone(Phone phone) {
    return new ToPhone(phone);
  }

  static Recipient mail(EmailAddress email) {
    return new ToMailbox(email);
  }

  static Recipient of(String address) {
    return address.contains("@")
        ? new ToMailbox(new EmailAddress(address))
        : new ToPhone(new Phone(address));
  }

  String address();

  /** Enough to know one's own by, too little to learn somebody else's. */
  String masked();
}
