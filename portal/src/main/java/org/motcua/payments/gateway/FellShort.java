package org.motcua.payments.gateway;

import java.time.Instant;
import org.motcua.payments.model.Attempt;

/**
 * An attempt's time ran out when a part of the money had come; told in the transaction that ends
 * it, to the gateway that knows where the part came from.
 */
public record FellShort(Attempt attempt, Instant at) {}
