/** Builds the headers of a request. */
import type { FetchRequest } from '../../app/ports/fetch.ts';
import { ACCEPTED_ENCODINGS } from './read-body.ts';

const ACCEPT_HEADERS = {
  page: 'text/html, application/xhtml+xml, application/pdf;q=0.9, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.1',
  signal: 'text/plain, application/json;q=0.9, */*;q=0.1',
  feed: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
} as const satisfies Record<FetchRequest['accept'], string>;

export function requestHeaders(url: URL, request: FetchRequest, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT_HEADERS[request.accept],
    'accept-encoding': ACCEPTED_ENCODINGS,
    ...(request.language && { 'accept-language': `${request.language}, en;q=0.5` }),
    ...(request.bypassCache ? { 'cache-control': 'no-cache', pragma: 'no-cache' } : conditionalHeaders(url, request)),
  };
}

function conditionalHeaders(url: URL, { validators = {} }: FetchRequest): Record<string, string> {
  const { etag, lastModified, url: validatorUrl } = validators;
  if (validatorUrl !== undefined && validatorUrl !== url.href) return {};
  return {
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}
