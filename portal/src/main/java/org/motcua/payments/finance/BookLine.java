package org.motcua.payments.finance;

import java.time.Instant;
import org.motcua.payments.model.EntryKind;

/**
 * One posting.
 *
 * @param account kind of account
 * @param of its name within that
 * @param dong debit above nought
 */
public record BookLine(Instant at, EntryKind kind, String account, String of, long dong) {}
