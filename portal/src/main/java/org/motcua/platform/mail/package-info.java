/** Messages to people's mailboxes. */
@NullMarked
@NamedInterface("mail")
package org.motcua.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
