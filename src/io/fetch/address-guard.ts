/** Keeps fetches out of private networks by checking the very address that a socket is opened to. */
import { promises as dns } from 'node:dns';
import { isIP, isIPv6, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { FetchError } from './fetch-error.ts';

interface ResolvedAddress {
  address: string;
  family: number;
}

/** Resolves all addresses of a host name; rejects like `dns.promises.lookup`. */
export type DnsLookup = (hostname: string) => Promise<ResolvedAddress[]>;

export const systemLookup: DnsLookup = (hostname) => dns.lookup(hostname, { all: true });

interface GuardOptions {
  lookup: DnsLookup;
  /** Hosts that may have private addresses: exact `host` or `host:port`. */
  allowPrivateHosts: readonly string[];
  timeoutMs: number;
}

/**
 * An undici connector that opens sockets to public addresses only. It resolves a name once and connects to the address it checked, so
 * DNS rebinding gains nothing.
 */
export function createGuardedConnector(options: GuardOptions): buildConnector.connector {
  const { timeoutMs: timeout } = options;
  const allowed = new Set(options.allowPrivateHosts.map((host) => host.toLowerCase()));
  const connectAnywhere = buildConnector({ timeout, autoSelectFamily: true, lookup: toNodeLookup(options.lookup) });
  const connectPublic = buildConnector({
    timeout,
    autoSelectFamily: true,
    lookup: toNodeLookup(publicOnly(options.lookup)),
  });

  return (target, callback) => {
    if (isAllowed(target, allowed)) return connectAnywhere(target, callback);
    // Node calls no lookup for a host that is an address already.
    if (isIP(target.hostname) !== 0 && !isPublicAddress(target.hostname)) {
      return callback(privateAddressError(target.hostname), null);
    }
    return connectPublic(target, callback);
  };
}

/**
 * Whether an IP address belongs to the public internet. Loopback, private, link-local, unique-local, shared (CGNAT), multicast, reserved
 * and unspecified addresses do not, nor does IPv6 that embeds IPv4 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}

/** The only IPv6 block allocated so far (RFC 4291). Excludes the old IPv4-compatible `::a.b.c.d`. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

function isAllowed({ hostname, protocol, port }: buildConnector.Options, allowed: ReadonlySet<string>): boolean {
  const host = isIPv6(hostname) ? `[${hostname}]` : hostname;
  const portOrDefault = port || (protocol === 'https:' ? '443' : '80');
  return allowed.has(hostname) || allowed.has(host) || allowed.has(`${host}:${portOrDefault}`);
}

function publicOnly(lookup: DnsLookup): DnsLookup {
  return async (hostname) => {
    const publicAddresses = (await lookup(hostname)).filter(({ address }) => isPublicAddress(address));
    if (publicAddresses.length === 0) throw privateAddressError(hostname);
    return publicAddresses;
  };
}

/** With `autoSelectFamily` Node expects a list of all addresses. */
function toNodeLookup(lookup: DnsLookup): LookupFunction {
  return callbackify((hostname: string, _options: unknown) => lookup(hostname));
}

function privateAddressError(host: string): FetchError {
  return new FetchError('private-address', `${host} is in a private network, which is not fetched`);
}
