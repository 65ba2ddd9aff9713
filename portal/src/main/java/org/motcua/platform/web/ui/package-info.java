/**
 * What the components of {@code jte/ui} are given: small records that a controller or a template
 * makes.
 */
@NullMarked
@NamedInterface("ui")
package org.motcua.platform.web.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
