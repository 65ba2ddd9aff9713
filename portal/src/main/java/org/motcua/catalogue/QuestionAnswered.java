package org.motcua.catalogue;

import java.time.Instant;
import org.motcua.identity.AccountId;

/**
 * The answer to a question of somebody with an account has been published, at {@code
 * /questions/<id>}.
 */
public record QuestionAnswered(QuestionId question, AccountId asker, Instant at) {}
