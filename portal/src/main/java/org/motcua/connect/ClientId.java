package org.motcua.connect;

/**
 * An agency's system, as it calls itself in requests ({@code client_id}).
 *
 * @param value such as {@code quangninh-portal}
 */
public record ClientId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
