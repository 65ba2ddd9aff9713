package org.motcua.identity.parcels;

import java.time.Clock;
import java.util.UUID;
import org.motcua.identity.Accounts;
import org.motcua.identity.DataHolder;
import org.motcua.platform.sms.SmsGateway;
import org.motcua.platform.web.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Packs a parcel: asks every module in turn, and tells its owner when it is ready. */
@Component
class MakeParcel {

  static final String NAME = "identity.make-parcel";

  private final Parcels parcels;
  private final Accounts accounts;
  private final ObjectProvider<DataHolder> holders;
  private final JsonMapper json;
  private final SmsGateway sms;
  private final Messages messages;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String portal;

  MakeParcel(
      Parcels parcels,
      Accounts accounts,
      ObjectProvider<DataHolder> holders,
      JsonMapper json,
      SmsGateway sms,
      Messages messages,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${motcua.public-url}") String portal) {
    this.parcels = parcels;
    this.accounts = accounts;
    this.holders = holders;
    this.json = json;
    this.sms = sms;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
    this.portal = portal;
  }

  void make(UUID id) {
    parcels.find(id).filter(parcel -> !parcel.ready()).ifPresent(this::make);
  }

  private void make(KeptParcel parcel) {
    var person = accounts.findPerson(parcel.account());
    if (person.isEmpty()) return;
    parcels.beginAnew(parcel.id());
    var now = clock.instant();
    var page = new ReadablePage(messages, parcel.language(), person.get().name(), now);
    long bytes;
    try (var pieces = new PieceOutput(parcels, parcel.id())) {
      try (var zip = new ZippedParcel(pieces, json, page)) {
        var done = 0;
        for (var holder : holders.orderedStream().toList()) {
          holder.handOut(parcel.account(), zip);
          parcels.progress(parcel.id(), ++done);
        }
      }
      pieces.close();
      bytes = pieces.bytes();
    }
    transaction.executeWithoutResult(
        status -> {
          parcels.ready(parcel.id(), now, now.plus(AskParcel.KEPT), bytes);
          sms.send(
              person.get().phone(),
              messages.text(parcel.language(), "identity.data.sms", portal + "/my/account/data"));
        });
  }

  void giveUp(UUID id) {
    parcels.failed(id);
  }
}
