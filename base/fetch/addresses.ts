import { BlockList, isIP } from 'node:net'

/**
 * Addresses that are no place on the public internet: private, loopback, link-local, shared, documentation, benchmarking, multicast,
 * reserved (IANA IPv4 Special-Purpose Address Registry).
 */
const inward4 = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inward4.addSubnet(net, bits, 'ipv4')

/** Global unicast is all that counts as public of IPv6, and of it not what carries or documents something else. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const inward6 = new BlockList()
for (const [net, bits] of [
  // Teredo, ORCHID and others; 6to4 carries an IPv4 address, which may be inward.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inward6.addSubnet(net, bits, 'ipv6')

/** Whether an address may be connected to on behalf of somebody. IPv4 in IPv6 (`::ffff:…`, NAT64) is never public here. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !inward4.check(address, 'ipv4')
  return kind === 6 && global6.check(address, 'ipv6') && !inward6.check(address, 'ipv6')
}
