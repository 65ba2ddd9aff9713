/**
 * A payment gateway that speaks VNPAY's protocol 2.1.0: its pages on which people choose a bank and
 * pay, its notices, its interface for questions and refunds, and its files of each day.
 */
@NullMarked
package org.motcua.simulators.outside.vnpay;

import org.jspecify.annotations.NullMarked;
