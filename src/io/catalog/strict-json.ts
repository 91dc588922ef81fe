/** Parses JSON that people wrote: reports line and column of errors, and duplicate keys, which JSON.parse ignores. */

interface JsonIssue {
  /** Both count from 1. */
  line: number;
  column: number;
  problem: string;
}
type JsonResult = { status: 'ok'; value: unknown } | { status: 'faulty'; faults: JsonIssue[] };

/** Returns the value, or the duplicate keys up to the first syntax error, and that error. */
export function parseStrictJson(text: string): JsonResult {
  const faults = scan(text);
  if (faults.length > 0) return { status: 'faulty', faults };
  try {
    return { status: 'ok', value: JSON.parse(text) };
  } catch (error) {
    // The scan misses errors inside strings and numbers, such as an unknown escape.
    const problem = `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 'faulty', faults: [{ line: 1, column: 1, problem }] };
  }
}

type Token = '{' | '}' | '[' | ']' | ',' | ':' | 'text' | 'word' | 'end' | 'other';
type Step = 'open' | 'close' | 'key' | 'colon' | 'value' | 'comma' | 'finish';

const VALUE: Partial<Record<Token, Step>> = { '{': 'open', '[': 'open', text: 'value', word: 'value' };

/** Per state: what may come next, in words, and what each token does. */
const STATES = {
  value: { words: 'a value', steps: VALUE },
  'first value': { words: 'a value or ]', steps: { ...VALUE, ']': 'close' } },
  key: { words: 'a key in double quotes', steps: { text: 'key' } },
  'first key': { words: 'a key in double quotes or }', steps: { text: 'key', '}': 'close' } },
  colon: { words: 'a colon', steps: { ':': 'colon' } },
  'after value in list': { words: 'a comma or ]', steps: { ',': 'comma', ']': 'close' } },
  'after value in object': { words: 'a comma or }', steps: { ',': 'comma', '}': 'close' } },
  'after all': { words: 'the end of the file', steps: { end: 'finish' } },
} as const satisfies Record<string, { words: string; steps: Partial<Record<Token, Step>> }>;
type State = keyof typeof STATES;

const TOKEN = /\s*([{}[\],:]|"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true\b|false\b|null\b)?/y;

const MAX_ISSUES = 20;

function scan(text: string): JsonIssue[] {
  const faults: JsonIssue[] = [];
  /** Open objects (as their keys so far) and lists. */
  const open: (Set<string> | 'list')[] = [];
  let state: State = 'value';
  TOKEN.lastIndex = 0;
  while (faults.length < MAX_ISSUES) {
    const token = TOKEN.exec(text)?.[1] ?? '';
    const start = TOKEN.lastIndex - token.length;
    const steps: Partial<Record<Token, Step>> = STATES[state].steps;
    switch (steps[tokenKind(token, start === text.length)]) {
      case 'open':
        open.push(token === '[' ? 'list' : new Set());
        state = token === '[' ? 'first value' : 'first key';
        break;
      case 'close':
        open.pop();
        state = afterValue(open.at(-1));
        break;
      case 'key': {
        const keys = open.at(-1);
        if (keys instanceof Set && keys.has(token)) {
          faults.push({ ...positionAt(start, text), problem: `the key ${token.slice(0, 80)} is written twice` });
        } else if (keys instanceof Set) keys.add(token);
        state = 'colon';
        break;
      }
      case 'colon':
        state = 'value';
        break;
      case 'value':
        state = afterValue(open.at(-1));
        break;
      case 'comma':
        state = open.at(-1) === 'list' ? 'value' : 'key';
        break;
      case 'finish':
        return faults;
      case undefined:
        return [
          ...faults,
          { ...positionAt(start, text), problem: syntaxProblem(state, text.slice(start, start + 40)) },
        ];
    }
  }
  return faults;
}

function tokenKind(token: string, atEnd: boolean): Token {
  if (token === '') return atEnd ? 'end' : 'other';
  const [first = ''] = token;
  if ('{}[],:'.includes(first)) return first as Token;
  return first === '"' ? 'text' : 'word';
}

function afterValue(container: Set<string> | 'list' | undefined): State {
  if (container === undefined) return 'after all';
  return container === 'list' ? 'after value in list' : 'after value in object';
}

function positionAt(offset: number, text: string): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function syntaxProblem(state: State, rest: string): string {
  const [word] = rest.split(/[\s,]/, 1);
  const found = rest === '' ? 'the file ends here' : `found ${word || rest.charAt(0)}`;
  const extraComma = (state === 'value' && rest.startsWith(']')) || (state === 'key' && rest.startsWith('}'));
  const hint = extraComma ? ' (remove the comma before it)' : '';
  return `is not JSON: expected ${STATES[state].words}, but ${found}${hint}`;
}
