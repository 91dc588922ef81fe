/** Keeps fetches out of private networks. The check is made as the socket is opened, on the very address it goes to. */
import { promises as dns } from 'node:dns';
import { isIP, isIPv6, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { FetchError } from './fetch-error.ts';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Finds every address of a host name; rejects as `dns.promises.lookup` does. */
export type DnsLookup = (hostname: string) => Promise<ResolvedAddress[]>;

export const systemLookup: DnsLookup = (hostname) => dns.lookup(hostname, { all: true });

export interface GuardOptions {
  lookup: DnsLookup;
  /** Hosts that may be private: exact `host` or `host:port`. */
  allowPrivateHosts: readonly string[];
  timeoutMs: number;
}

/**
 * Makes undici's connector, which opens sockets to public addresses only. The name is looked up once and the socket goes
 * to what was checked, so a name that answers differently the next time (DNS rebinding) gains nothing.
 */
export function createGuardedConnector(options: GuardOptions): buildConnector.connector {
  const { timeoutMs: timeout } = options;
  const allowed = new Set(options.allowPrivateHosts.map((host) => host.toLowerCase()));
  const toAnywhere = buildConnector({ timeout, autoSelectFamily: true, lookup: toNodeLookup(options.lookup) });
  const toPublic = buildConnector({
    timeout,
    autoSelectFamily: true,
    lookup: toNodeLookup(publicOnly(options.lookup)),
  });

  return (target, callback) => {
    if (isAllowed(target, allowed)) return toAnywhere(target, callback);
    // Node asks no lookup for a host that is an address already.
    if (isIP(target.hostname) !== 0 && !isPublicAddress(target.hostname)) {
      return callback(privateAddressError(target.hostname), null);
    }
    return toPublic(target, callback);
  };
}

/**
 * Whether an IP address is one of the public internet. Loopback, private, link-local, unique-local, shared (CGNAT),
 * multicast, reserved and unspecified ones are not, nor is IPv6 that stands for an IPv4 address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}

/** RFC 4291: the only IPv6 block given out so far. It leaves out the old IPv4-compatible `::a.b.c.d`. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

function isAllowed({ hostname, protocol, port }: buildConnector.Options, allowed: ReadonlySet<string>): boolean {
  const host = isIPv6(hostname) ? `[${hostname}]` : hostname;
  const portOrDefault = port || (protocol === 'https:' ? '443' : '80');
  return allowed.has(hostname) || allowed.has(host) || allowed.has(`${host}:${portOrDefault}`);
}

function publicOnly(lookup: DnsLookup): DnsLookup {
  return async (hostname) => {
    const reachable = (await lookup(hostname)).filter(({ address }) => isPublicAddress(address));
    if (reachable.length === 0) throw privateAddressError(hostname);
    return reachable;
  };
}

/** `autoSelectFamily` makes Node ask for all addresses, so the list is the answer it wants. */
function toNodeLookup(lookup: DnsLookup): LookupFunction {
  return callbackify((hostname: string, _options: unknown) => lookup(hostname));
}

function privateAddressError(host: string): FetchError {
  return new FetchError('private-address', `${host} is an address inside a private network, which is not read`);
}
