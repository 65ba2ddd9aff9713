/** Short messages to people's phones. */
@NullMarked
@NamedInterface("sms")
package org.motcua.platform.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
