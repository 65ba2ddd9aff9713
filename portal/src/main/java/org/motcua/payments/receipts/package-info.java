/**
 * The receipt of a payment (biên lai điện tử): numbered without gaps in the series of whoever takes
 * the money, printed and signed for the archives, and annulled or replaced when money goes back.
 */
@NullMarked
package org.motcua.payments.receipts;

import org.jspecify.annotations.NullMarked;
