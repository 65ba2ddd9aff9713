/**
 * More is asked of somebody who is signed in, in the middle of what he does, and then it goes on.
 */
@NullMarked
@NamedInterface("step-up")
package org.motcua.identity.stepup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
