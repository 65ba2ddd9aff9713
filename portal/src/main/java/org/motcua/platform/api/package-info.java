/** What all interfaces for programs have in common: how they speak, refuse, and keep their pace. */
@NullMarked
@NamedInterface("api")
package org.motcua.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
