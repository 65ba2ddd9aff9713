/**
 * Money goes back: ordered by an accountant or by a rule of whoever had it asked for, seen by a
 * second person above a limit, sent by the gateway through which it came, and told to the payer.
 *
 * <p>What is ordered and agreed to is booked at once as owed to the payer, and stays owed until it
 * is back. A refund that the gateway will not carry out waits in a work list, and is tried again or
 * carried out by hand.
 */
@NullMarked
package org.motcua.payments.refunding;

import org.jspecify.annotations.NullMarked;
