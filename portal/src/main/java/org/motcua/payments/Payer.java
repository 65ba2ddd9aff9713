package org.motcua.payments;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * Who is asked to pay; somebody else may.
 *
 * @param account null for somebody who has none
 * @param email where the receipt goes besides; null: nowhere, or as the account has it
 */
public record Payer(@Nullable AccountId account, String name, @Nullable String email) {}
