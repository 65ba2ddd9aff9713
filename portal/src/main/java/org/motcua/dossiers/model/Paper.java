package org.motcua.dossiers.model;

import java.time.Instant;
import org.motcua.documents.DocumentId;

/**
 * One uploaded file of the dossier.
 *
 * @param kind the paper's id in the service's definition, such as {@code birth-proof}
 */
public record Paper(String kind, DocumentId document, String name, long size, Instant addedAt) {}
