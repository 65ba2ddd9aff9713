package org.motcua.platform.sms;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator tells of messages that he has taken. What people write back nobody reads. */
class Receipts implements MessageReceiverListener {

  private static final Logger log = LoggerFactory.getLogger(Receipts.class);

  private final PieceStore pieces;

  Receipts(PieceStore pieces) {
    this.pieces = pieces;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm told) throws ProcessRequestException {
    if (!told.isSmscDeliveryReceipt()) return;
    try {
      keep(told);
    } catch (InvalidDeliveryReceiptException e) {
      log.warn("The operator has told something that nobody understands: {}", e.toString());
    } catch (RuntimeException e) {
      log.warn("What the operator told could not be kept; he is asked to repeat it", e);
      throw new ProcessRequestException("Later, please", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    }
  }

  private void keep(DeliverSm told) throws InvalidDeliveryReceiptException {
    var receipt = told.getShortMessageAsDeliveryReceipt();
    var named = told.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    var id = named == null ? receipt.getId() : named.getValueAsString();
    var state = receipt.getFinalStatus();
    switch (state) {
      case DELIVRD -> pieces.told(id, true, state.name());
      case EXPIRED, DELETED, UNDELIV, REJECTD ->
          pieces.told(id, false, problem(state, receipt.getError()));
      case ENROUTE, ACCEPTD, UNKNOWN -> log.debug("SMS {} is {}", id, state);
    }
  }

  private static String problem(DeliveryReceiptState state, String error) {
    return error == null ? state.name() : state.name() + ", error " + error;
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // Somebody is within reach again: the operator sends by himself what he has.
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("Not expected", SMPPConstant.STAT_ESME_RINVCMDID);
  }
}
