import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from '../../../src/io/fetch/address-guard.ts';

const PUBLIC = ['93.184.216.34', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e'];

const NOT_PUBLIC: Readonly<Record<string, string>> = {
  '0.0.0.0': 'unspecified',
  '0.1.2.3': 'this network',
  '10.0.0.1': 'private',
  '172.16.0.1': 'private',
  '192.168.255.255': 'private',
  '100.64.0.1': 'shared by a provider (CGNAT)',
  '127.0.0.1': 'loopback',
  '127.255.255.254': 'loopback',
  '169.254.169.254': 'link-local, where clouds keep their keys',
  '192.0.2.1': 'documentation',
  '198.18.0.1': 'benchmarking',
  '224.0.0.1': 'multicast',
  '240.0.0.1': 'reserved',
  '255.255.255.255': 'broadcast',
  '::': 'unspecified',
  '::1': 'loopback',
  '::7f00:1': 'IPv4-compatible',
  '::ffff:127.0.0.1': 'IPv4-mapped',
  '::ffff:93.184.216.34': 'IPv4-mapped, public or not',
  '64:ff9b::a00:1': 'NAT64',
  '64:ff9b:1::a00:1': 'NAT64, local',
  '2002:a00:1::': '6to4',
  '2001:0:1::': 'Teredo',
  '2001:db8::1': 'documentation',
  'fc00::1': 'unique-local',
  'fd12:3456::1': 'unique-local',
  'fe80::1': 'link-local',
  'fe80::1%eth0': 'link-local with a zone',
  'fec0::1': 'site-local',
  'ff02::1': 'multicast',
  '4000::1': 'not given out',
  'terms.example': 'not an address',
  '': 'nothing',
};

for (const address of PUBLIC) {
  test(`${address} is public`, () => assert.equal(isPublicAddress(address), true));
}
for (const [address, why] of Object.entries(NOT_PUBLIC)) {
  test(`"${address}" is not public: ${why}`, () => assert.equal(isPublicAddress(address), false));
}
