/**
 * Load programs: virtual people who use the portal's real pages over HTTP, with cookies and forms,
 * and the price of a plain PostgreSQL commit on the same server to compare with.
 *
 * <p>{@link org.motcua.benchmarks.Benchmarks} is where they start.
 */
@NullMarked
package org.motcua.benchmarks;

import org.jspecify.annotations.NullMarked;
