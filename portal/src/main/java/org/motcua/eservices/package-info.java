/**
 * Online services: what a procedure asks for, costs and results in at the agencies that offer it
 * here.
 *
 * <p>A service is a folder that a ministry's staff write without Java: {@code service.yaml}, {@code
 * form.yaml}, {@code result.html}, guides and examples, and its former versions in {@code former/}.
 * A mistake in one is told with its file and line, and leaves the other services standing; folders
 * outside are read again while the portal runs.
 */
@NullMarked
@ApplicationModule(
    displayName = "eservices",
    allowedDependencies = {
      "organisation",
      "documents",
      "forms",
      "forms :: yaml",
      "catalogue",
      "platform :: web",
      "platform :: ui",
      "platform :: clock"
    })
package org.motcua.eservices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
