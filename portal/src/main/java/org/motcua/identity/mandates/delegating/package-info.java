/** Delegations: offered to somebody by number and name, accepted, ended by either. */
@NullMarked
package org.motcua.identity.mandates.delegating;

import org.jspecify.annotations.NullMarked;
