/**
 * Strict reading of the files that a service's authors write: what is missing, misspelt or of the
 * wrong kind is told with file and line, all of it at once.
 */
@NullMarked
@NamedInterface("yaml")
package org.motcua.forms.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
