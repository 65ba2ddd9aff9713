package org.motcua.identity.verifying;

import org.motcua.identity.AccountId;
import org.motcua.identity.DataHolder;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Since when, and by what, the portal knows who a person is. */
@Component
@Order(2)
class HeldVerification implements DataHolder {

  private final Verifications verifications;
  private final Messages messages;

  HeldVerification(Verifications verifications, Messages messages) {
    this.verifications = verifications;
    this.messages = messages;
  }

  @Override
  public void handOut(AccountId person, Parcel parcel) {
    parcel.put(
        "identity.verified",
        verifications.find(person).stream()
            .map(
                verification ->
                    DataHolder.facts(
                        "how",
                        new Coded(
                            verification.how().name(),
                            messages.text(
                                parcel.language(),
                                "identity.verification.done.how." + verification.how(),
                                new Formats(parcel.language()).date(verification.at()))),
                        "at",
                        verification.at())));
  }
}
