package org.motcua.dossiers.model;

import java.time.Instant;
import org.motcua.documents.DocumentId;

/**
 * One uploaded file of the dossier.
 *
 * @param paper which of the papers the service asks for: its id in the definition
 */
public record Attachment(
    String paper, DocumentId document, String name, long size, Instant addedAt) {}
