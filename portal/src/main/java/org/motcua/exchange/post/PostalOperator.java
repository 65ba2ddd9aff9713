package org.motcua.exchange.post;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.motcua.dossiers.PostalParcel;
import org.motcua.dossiers.PostalStep;
import org.motcua.platform.calling.Caller;
import org.motcua.platform.calling.OutOfOrder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's HTTP interface. Whatever is sent may be sent again: the operator knows a letter by
 * our reference.
 */
@Component
class PostalOperator {

  static final String WHO = "The postal operator";

  private final Caller caller;
  private final String consignments;
  private final Duration patience;

  PostalOperator(
      JsonMapper json,
      @Value("${motcua.exchange.post.url}") String url,
      @Value("${motcua.exchange.post.patience}") Duration patience) {
    this.caller = new Caller(WHO, json);
    this.consignments = url + "/consignments";
    this.patience = patience;
  }

  /** A letter as the operator takes it. */
  private record Registration(
      String reference,
      String dossier,
      String sender,
      String recipient,
      String phone,
      String unit,
      String address) {

    static Registration of(PostalParcel parcel) {
      return new Registration(
          parcel.id().toString(),
          parcel.code().value(),
          parcel.sender(),
          parcel.recipient(),
          parcel.phone(),
          parcel.unit(),
          parcel.place());
    }
  }

  /**
   * @return the tracking number, the same one whenever the same letter comes
   * @throws OutOfOrder when there is no answer to rely on, whether it was taken or not
   */
  String take(PostalParcel parcel) {
    return new Answer(caller.post(consignments, Registration.of(parcel), patience))
        .trackingOf(parcel.id());
  }

  List<PostalStep> stepsOf(UUID consignment, String tracking) {
    return new Answer(caller.get(consignments + "/" + tracking, patience))
        .stepsOf(consignment, tracking);
  }
}
