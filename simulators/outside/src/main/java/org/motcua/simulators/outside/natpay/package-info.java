/**
 * The national Payment Platform, version 1.0.6 of its contract: one address takes all messages of
 * portals; people choose a bank on its pages and pay; it confirms to the portal, and gives its own
 * receipts and a file of each day.
 */
@NullMarked
package org.motcua.simulators.outside.natpay;

import org.jspecify.annotations.NullMarked;
