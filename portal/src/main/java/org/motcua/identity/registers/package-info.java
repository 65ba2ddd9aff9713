/**
 * The nation's base registers, asked over HTTP: persons, social insurance, owners of phones,
 * enterprises.
 *
 * <p>A register compares what it is told and says what fits; what it does not have to say, it is
 * not asked. Each answer is read strictly: one that is garbled or contradicts itself is a fault of
 * the register and never a verdict about a person. Nobody asks inside a transaction.
 */
@NullMarked
package org.motcua.identity.registers;

import org.jspecify.annotations.NullMarked;
