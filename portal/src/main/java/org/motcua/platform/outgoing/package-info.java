/**
 * Messages on their way out: durable from the sender's transaction on, taken to operators and mail
 * servers by every node, tried again while nobody takes them, and told of how far they are.
 */
@NullMarked
@NamedInterface("outgoing")
package org.motcua.platform.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
