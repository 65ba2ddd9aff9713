/** What is changed about how an account is opened, written down and told. */
@NullMarked
package org.motcua.identity.changes;

import org.jspecify.annotations.NullMarked;
