package org.motcua.dossiers.model;

import org.motcua.documents.DocumentId;

/**
 * What the applicant gets in the end.
 *
 * @param verificationCode what anyone can check it by on the public verification page
 */
public record Result(DocumentId document, String verificationCode) {}
