/**
 * A bank at which the portal has an account: people transfer to it, by a VietQR code or by hand;
 * the bank tells the portal of every credit, takes its orders to send money back, and gives it a
 * statement of each day.
 */
@NullMarked
package org.motcua.simulators.outside.bank;

import org.jspecify.annotations.NullMarked;
