/**
 * The front door itself: the first page, the pages about the portal, and what search engines are
 * told. Owns nothing, only composes what other modules offer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "platform :: ui", "platform :: web"})
package org.motcua.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
