package org.motcua.identity.mandates.telling;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateKind;
import org.motcua.identity.Person;
import org.motcua.identity.model.PersonStore;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Component;

/**
 * Sends both sides of a mandate word to the phone, each in his own language. Officers are not told:
 * what they hold they have asked for themselves, at the counter.
 */
@Component
public class TellBoth {

  private final PersonStore persons;
  private final SmsGateway sms;
  private final Messages messages;

  TellBoth(PersonStore persons, SmsGateway sms, Messages messages) {
    this.persons = persons;
    this.sms = sms;
    this.messages = messages;
  }

  public void granted(Mandate mandate) {
    if (!isAtSamePhone(mandate)) {
      tell(mandate, mandate.represented(), mandate.holder(), "granted.represented");
    }
    tell(mandate, mandate.holder(), mandate.represented(), "granted.holder");
  }

  public void revoked(Mandate mandate) {
    if (!isAtSamePhone(mandate)) {
      tell(mandate, mandate.represented(), mandate.holder(), "revoked.represented");
    }
    tell(mandate, mandate.holder(), mandate.represented(), "revoked.holder");
  }

  /** A child's word goes to the parent who was first; not twice to the same phone. */
  private boolean isAtSamePhone(Mandate mandate) {
    return mandate.kind() == MandateKind.CHILD
        && phone(mandate.represented()).equals(phone(mandate.holder()));
  }

  private Optional<String> phone(AccountId account) {
    return persons.findPerson(account).map(Person::phone);
  }

  private void tell(Mandate mandate, AccountId told, AccountId other, String what) {
    var person = persons.findPerson(told);
    if (person.isEmpty() || person.get().kind() == AccountKind.OFFICER) return;
    var language = persons.findLanguage(told).orElse(Language.VIETNAMESE);
    var about = persons.findPerson(other).map(Person::name).orElse("–");
    var kind = mandate.kind().name().toLowerCase(Locale.ROOT);
    var until = mandate.until();
    sms.send(
        person.get().phone(),
        messages.text(
            language,
            "identity.mandates.sms." + what + "." + kind,
            about,
            until == null ? "" : end(mandate.kind(), until, new Formats(language))));
  }

  /** Days end at midnight; the last one is what people call the end. */
  private static String end(MandateKind kind, Instant until, Formats formats) {
    return kind == MandateKind.COUNTER
        ? formats.dateTime(until)
        : formats.date(until.minusMillis(1));
  }
}
