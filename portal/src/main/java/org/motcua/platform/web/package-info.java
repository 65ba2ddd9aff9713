/** The page kit: languages, words, formats, layouts' model, error pages. */
@NullMarked
@NamedInterface("web")
package org.motcua.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
