package org.motcua.platform.notify;

import java.util.List;

/**
 * Wants to hear one channel of PostgreSQL's {@code NOTIFY}. Every bean of this type is called on
 * the one listening thread of its node, so it must be quick or hand over.
 */
public interface NoticeListener {

  String channel();

  /** Listening has begun, or begun again: whatever was told before may have been missed. */
  void listening();

  /** Payloads in the order of their commits, gathered while the last call ran. */
  void heard(List<String> payloads);
}
