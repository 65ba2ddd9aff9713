package org.motcua.platform.sms;

import org.motcua.platform.outgoing.Carrier.Handed;

/** Who takes short messages to phones, in whichever way he is spoken to. */
interface SmsOperator {

  int atOnce();

  Handed take(Sms sms, boolean urgent);
}
