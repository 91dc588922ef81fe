/** Which content types are read as what. */
import type { FetchRequest } from '../../app/fetch-port.ts';
import { FetchFault } from './fetch-fault.ts';

const READABLE = {
  page: /^(text\/(html|plain|markdown)|application\/xhtml\+xml)$/,
  feed: /^(text\/.+|application\/(.+\+)?(xml|json))$/,
} as const satisfies Record<FetchRequest['accept'], RegExp>;

/**
 * @param type lower case, without parameters; an absent one is given the benefit of the doubt
 * @throws {FetchFault} `unsupported-type`
 */
export function checkContentType(type: string, accept: FetchRequest['accept']): void {
  if (type === '' || READABLE[accept].test(type)) return;
  const what = type === 'application/pdf' ? 'a PDF' : `of the type "${type.slice(0, 60)}"`;
  throw new FetchFault('unsupported-type', `the answer is ${what}, which cannot be read as a ${accept}`);
}
