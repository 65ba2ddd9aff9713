package org.motcua.simulators.outside.authority;

import java.math.BigInteger;
import java.time.Instant;

/** A certificate that its holder or the authority has taken back. */
record Revocation(BigInteger serial, Instant at) {}
