package org.motcua.connect.leaving;

import org.jspecify.annotations.Nullable;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.SignOn;

/**
 * A request to sign somebody out that we understand.
 *
 * @param client from where it comes; null where that is not said
 * @param signOn whom it means, by an ID token of ours; null where that is not said or long over
 * @param address where to go then; null where that is not said
 */
record LogoutRequest(
    @Nullable Client client,
    @Nullable SignOn signOn,
    @Nullable String address,
    @Nullable String state) {}
