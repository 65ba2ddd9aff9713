package org.motcua.identity;

import java.time.Instant;

/** Somebody gave a wrong password for an account that exists. */
public record SignInFailed(AccountId account, String address, String browser, Instant at) {}
