package org.motcua.identity.enterprises;

import java.time.Instant;
import java.util.UUID;
import org.motcua.identity.AccountId;

/**
 * An enterprise that one works for, or is invited to.
 *
 * @param id of the mandate, or of the invitation
 * @param powers in words
 * @param manages whether this person says who the members are
 */
public record EnterpriseCard(
    UUID id,
    AccountId enterprise,
    String name,
    String taxCode,
    String powers,
    boolean manages,
    Instant since) {}
