package org.motcua.payments.receipts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.Item;
import org.motcua.payments.model.Receipt.Numbered;
import org.motcua.platform.web.ui.SummaryRow;

/**
 * What stands on a printed receipt, in Vietnamese.
 *
 * @param form after which it is printed
 * @param replaces the number of the one in whose place it stands
 * @param lines who pays, for which matter, how: label and value
 * @param back what has gone back of the total, in dong
 * @param words what remains, written out
 */
public record ReceiptPaper(
    @Nullable String form,
    Numbered number,
    @Nullable Numbered replaces,
    List<SummaryRow> lines,
    List<Item> items,
    boolean severalPayees,
    long total,
    long back,
    long dong,
    String words,
    Instant signedAt) {}
