package org.motcua.platform.calling;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the portal goes at an agency's word: into the open network, and into those inner ones that
 * whoever runs it has named; never to its own machine and its neighbours, where things listen that
 * trust whoever reaches them. On a developer's machine, with the demonstration, everywhere.
 *
 * <p>What a name leads to is looked at where the connection is made, so that it cannot lead
 * somewhere else in between.
 */
@Component
public class CalledAddresses implements DnsResolver {

  /** This machine, this link, all at once, and ways to write IPv4 addresses as IPv6 ones. */
  private static final List<Network> NEVER =
      networks(
          "0.0.0.0/8",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/96",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "2001::/32",
          "2002::/16",
          "fe80::/10",
          "ff00::/8");

  /** Of whoever uses them (RFC 1918, RFC 4193 and the like). */
  private static final List<Network> INNER =
      networks(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "fc00::/7",
          "fec0::/10");

  private final boolean everywhere;
  private final List<Network> permitted;

  CalledAddresses(
      @Value("${motcua.demo}") boolean demo,
      @Value("${motcua.connect.inner-networks}") List<String> innerNetworks) {
    this.everywhere = demo;
    this.permitted = networks(innerNetworks.toArray(String[]::new));
  }

  private static List<Network> networks(String... ranges) {
    return Stream.of(ranges).map(Network::of).toList();
  }

  /** Nobody shall listen on the way. */
  public void check(URI address) throws UnknownHostException {
    if (address.getHost() == null) throw new UnknownHostException("No host in " + address);
    if (!everywhere && !"https".equals(address.getScheme())) {
      throw new UnknownHostException("Not https: " + address);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = InetAddress.getAllByName(host);
    for (var address : addresses) {
      if (!mayBeCalled(address)) {
        throw new UnknownHostException(
            host + " leads to " + address.getHostAddress() + ", which is not called from here");
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return resolve(host)[0].getCanonicalHostName();
  }

  boolean mayBeCalled(InetAddress address) {
    if (everywhere) return true;
    if (isIn(NEVER, address)) return false;
    return !isIn(INNER, address) || isIn(permitted, address);
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
