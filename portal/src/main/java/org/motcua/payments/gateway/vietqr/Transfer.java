package org.motcua.payments.gateway.vietqr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.QrDrawing;

/**
 * How to transfer what is still missing, as the payer reads it.
 *
 * @param code for banking applications; {@code codeText} is what it says
 * @param dong what is still missing
 * @param words what the payer has to write with it, and nothing else need be there
 * @param received what has come so far, in dong
 * @param until then what has come in part goes back
 * @param app opens a banking application; null where none is known
 */
public record Transfer(
    QrDrawing code,
    String codeText,
    String bank,
    String account,
    String holder,
    long dong,
    String words,
    long received,
    Instant until,
    @Nullable String app) {}
