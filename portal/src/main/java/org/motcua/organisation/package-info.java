/**
 * The country as its administration sees it: units and agencies through time, the posts of
 * officers, and the calendar by which deadlines are reckoned.
 *
 * <p>Everybody stands on this module, it uses none but the platform. The whole country is small
 * (some 24,000 rows), so lookups are answered from an immutable picture in memory.
 */
@NullMarked
@ApplicationModule(
    displayName = "organisation",
    allowedDependencies = {
      "platform :: web",
      "platform :: ui",
      "platform :: audit",
      "platform :: database",
      "platform :: clock",
      "platform :: notify"
    })
package org.motcua.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
