package org.motcua.dossiers.papers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.PaperKind;

/** What its owner says of a paper. */
record NewPaper(String name, PaperKind kind, @Nullable LocalDate validUntil) {}
