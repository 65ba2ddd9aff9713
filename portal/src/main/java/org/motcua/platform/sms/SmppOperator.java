package org.motcua.platform.sms;

import java.io.IOException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.motcua.platform.outgoing.Carrier.Handed;

/**
 * An operator's message centre, by SMPP 3.4.
 *
 * <p>SMPP has no way to say that a message was sent before. So each piece that the operator has
 * taken is written down at once, and never sent again; only one that he took in the very moment in
 * which the node died, or whose answer was lost with the connection, comes twice. Pieces of a
 * longer text keep their reference, by which phones show a second one only once.
 */
class SmppOperator implements SmsOperator {

  private static final int HEADED = 0x40;
  private static final byte PRESSING = 1;

  /** One day, and three: who switches his phone on later needs it no more. */
  private static final String SOON = "000001000000000R";

  private static final String LATER = "000003000000000R";

  private final SmppSettings settings;
  private final SmppConnection connection;
  private final PieceStore pieces;

  SmppOperator(SmppSettings settings, SmppConnection connection, PieceStore pieces) {
    this.settings = settings;
    this.connection = connection;
    this.pieces = pieces;
  }

  @Override
  public int atOnce() {
    return settings.window();
  }

  @Override
  public Handed take(Sms sms, boolean urgent) {
    var session = connection.session();
    return session.isEmpty()
        ? new Handed.Unavailable(connection.trouble())
        : take(sms, urgent, session.get());
  }

  private Handed take(Sms sms, boolean urgent, SMPPSession session) {
    var text = SmsPieces.of(sms.text(), (int) sms.id().getLeastSignificantBits());
    var taken = pieces.takenOf(sms.id());
    try {
      for (var piece = 1; piece <= text.all().size(); piece++) {
        if (taken.contains(piece)) continue;
        var id = submit(sms, text, piece, urgent, session);
        pieces.taken(id, sms.id(), piece, text.all().size());
      }
      return new Handed.Taken();
    } catch (NegativeResponseException e) {
      return refusal(e.getCommandStatus());
    } catch (ResponseTimeoutException | InvalidResponseException e) {
      return new Handed.NotNow("no answer to the message: " + e.getMessage());
    } catch (PDUException e) {
      return new Handed.Refused("not to be said in SMPP: " + e.getMessage());
    } catch (IOException e) {
      return new Handed.Unavailable("the connection broke: " + e.getMessage());
    }
  }

  private String submit(Sms sms, SmsPieces text, int piece, boolean urgent, SMPPSession session)
      throws NegativeResponseException,
          ResponseTimeoutException,
          InvalidResponseException,
          PDUException,
          IOException {
    return session
        .submitShortMessage(
            "",
            typeOf(settings.sender()),
            planOf(settings.sender()),
            settings.sender(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            sms.to().replace("+", ""),
            new ESMClass(text.joined() ? HEADED : 0),
            (byte) 0,
            urgent ? PRESSING : (byte) 0,
            null,
            urgent ? SOON : LATER,
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
            (byte) 0,
            new GeneralDataCoding(text.inGsm() ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2),
            (byte) 0,
            text.all().get(piece - 1))
        .getMessageId();
  }

  /** Names such as MOTCUA, short codes such as 1022, and whole numbers. */
  private static TypeOfNumber typeOf(String sender) {
    if (!isNumber(sender)) return TypeOfNumber.ALPHANUMERIC;
    return sender.length() <= 8 ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.INTERNATIONAL;
  }

  private static NumberingPlanIndicator planOf(String sender) {
    return isNumber(sender) ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN;
  }

  private static boolean isNumber(String sender) {
    return sender.chars().allMatch(Character::isDigit);
  }

  private static Handed refusal(int status) {
    var why = "the operator answered 0x%08X".formatted(status);
    return switch (status) {
      case SMPPConstant.STAT_ESME_RTHROTTLED,
          SMPPConstant.STAT_ESME_RMSGQFUL,
          SMPPConstant.STAT_ESME_RINVBNDSTS ->
          new Handed.Unavailable(why);
      case SMPPConstant.STAT_ESME_RINVDSTADR,
          SMPPConstant.STAT_ESME_RINVDSTTON,
          SMPPConstant.STAT_ESME_RINVDSTNPI,
          SMPPConstant.STAT_ESME_RINVMSGLEN ->
          new Handed.Refused(why);
      default -> new Handed.NotNow(why);
    };
  }
}
