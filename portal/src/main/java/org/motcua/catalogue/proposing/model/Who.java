package org.motcua.catalogue.proposing.model;

import org.motcua.identity.AccountId;

/** An officer, with the name he had when he did it. */
public record Who(AccountId account, String name) {}
