package org.motcua.platform.outgoing;

import java.util.UUID;

/** Hands messages of one way to those who carry them on. */
public interface Carrier {

  Way way();

  /** How many it may be given at the same time, by this node. */
  int atOnce();

  /**
   * Called for one message by one node at a time; again with the same id when a node was killed
   * before it could write down the answer.
   */
  Handed hand(UUID id, String content, boolean urgent);

  /** What became of it. */
  sealed interface Handed {

    record Taken() implements Handed {}

    /** This message will never be taken. */
    record Refused(String why) implements Handed {}

    /** This message is to come again later; others may be luckier. */
    record NotNow(String why) implements Handed {}

    /** Nobody takes anything at present. */
    record Unavailable(String why) implements Handed {}
  }
}
