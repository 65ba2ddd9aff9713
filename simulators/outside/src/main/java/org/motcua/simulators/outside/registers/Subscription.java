package org.motcua.simulators.outside.registers;

import org.motcua.simulators.outside.phones.PhoneNumber;

/** In whose name an operator keeps a phone's number. */
public record Subscription(PhoneNumber phone, String citizenId) {}
