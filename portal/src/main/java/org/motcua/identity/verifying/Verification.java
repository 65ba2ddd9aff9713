package org.motcua.identity.verifying;

import java.time.Instant;

/** That a person is who the account says. */
public record Verification(How how, Instant at) {}
