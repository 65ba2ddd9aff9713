/** Sealing of secrets at rest under the installation's master key. */
@NullMarked
@NamedInterface("secrets")
package org.motcua.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
