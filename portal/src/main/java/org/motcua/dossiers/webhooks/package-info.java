/**
 * Programs are told what happens with dossiers, at addresses that they have named (Standard
 * Webhooks): a row of each message is written with the act itself, any node sends it, in order for
 * each dossier, until it is taken or three days have passed.
 */
@NullMarked
package org.motcua.dossiers.webhooks;

import org.jspecify.annotations.NullMarked;
