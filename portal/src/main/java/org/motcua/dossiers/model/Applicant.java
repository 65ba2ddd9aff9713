package org.motcua.dossiers.model;

import org.motcua.identity.AccountId;

/**
 * Whose dossier it is.
 *
 * @param phone E.164; notices go there, and its last four digits open the public tracking page
 */
public record Applicant(AccountId account, String name, String phone) {}
