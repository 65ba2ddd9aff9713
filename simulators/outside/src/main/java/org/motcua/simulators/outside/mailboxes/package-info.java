/** Everybody's mailbox, reached by SMTP as in life. */
@NullMarked
package org.motcua.simulators.outside.mailboxes;

import org.jspecify.annotations.NullMarked;
