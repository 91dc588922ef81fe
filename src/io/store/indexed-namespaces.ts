/** What the dated index holds of each kind of value. */

/** `it.value` is what Keyv wrote, as SQLite's binary JSON, which parses it once. */
const field = (path: string) => `it.value ->> '$.value.${path}'`;
const each = (path: string, as: string) => `json_each(it.value, '$.value.${path}') AS ${as}`;
const isText = (path: string) => `json_type(it.value, '$.value.${path}') IS 'text'`;
const isInstant = (path: string) => `${isText(path)} AND julianday(${field(path)}) IS NOT NULL`;
const isList = (path: string, fault: string) =>
  `json_type(it.value, '$.value.${path}') IS 'array' AND NOT EXISTS (SELECT 1 FROM ${each(path, 'one')} WHERE ${fault})`;
const areTexts = (path: string) => isList(path, `one.type <> 'text'`);
/** @param names fields of each object that must be text. */
const areObjects = (path: string, names: readonly string[] = []) => {
  const faults = names.map((name) => `json_type(it.value, one.fullkey || '.${name}') IS NOT 'text'`);
  return isList(path, [`one.type <> 'object'`, ...faults].join(' OR '));
};
const all = (...conditions: string[]) => conditions.join(' AND ');

export interface IndexedNamespace {
  /** The Keyv namespace. */
  namespace: string;
  /** Stored with the index. Raise it when the rows change: the namespace is then indexed again. */
  version: number;
  /** What the other expressions rely on. Values that fail it, or have no date, get no rows. */
  validity: string;
  date: string;
  kind: string;
  /** `from`: a table to join where a value has several. Absent: indexed by date alone. */
  platforms?: { from?: string; name: string };
  /** What a list shows of the value, as JSON. */
  summary?: string;
}

/** As SQL expressions over a row `it`. */
export const INDEXED_NAMESPACES: readonly IndexedNamespace[] = [
  {
    namespace: 'changes',
    version: 3,
    validity: all(
      isInstant('firstSeenNew'),
      ...['id', 'document', 'platform', 'assessment.significance'].map(isText),
      areTexts('assessment.topics'),
      areObjects('assessment.evidence'),
    ),
    date: field('firstSeenNew'),
    kind: field('assessment.significance'),
    platforms: { name: field('platform') },
    summary: `json_object('id', ${field('id')}, 'document', ${field('document')}, 'platform', ${field('platform')},
      'firstSeenNew', ${field('firstSeenNew')}, 'origin', ${field('origin')},
      'assessment', json_object('significance', ${field('assessment.significance')}, 'direction', ${field('assessment.direction')},
        'topics', json(${field('assessment.topics')})))`,
  },
  {
    namespace: 'signal-changes',
    version: 2,
    validity: all(isInstant('firstSeenNew'), ...['id', 'platform', 'kind'].map(isText), areObjects('moves')),
    date: field('firstSeenNew'),
    kind: field('significance'),
    platforms: { name: field('platform') },
    summary: `json_object('id', ${field('id')}, 'platform', ${field('platform')}, 'kind', ${field('kind')},
      'firstSeenNew', ${field('firstSeenNew')}, 'significance', ${field('significance')},
      'moves', (SELECT json_group_array(json(json_remove(move.value, '$.before', '$.after'))) FROM ${each('moves', 'move')}))`,
  },
  {
    namespace: 'stories',
    version: 2,
    validity: all(
      isInstant('firstSeen'),
      ...['id', 'kind', 'label'].map(isText),
      areTexts('platforms'),
      areTexts('topics'),
      areObjects('items', ['title', 'link', 'outlet']),
    ),
    date: field('firstSeen'),
    kind: field('kind'),
    platforms: { from: each('platforms', 'platform'), name: 'platform.value' },
    summary: `json_object('id', ${field('id')}, 'platforms', json(${field('platforms')}),
      'kind', ${field('kind')}, 'firstSeen', ${field('firstSeen')},
      'items', (SELECT json_group_array(json_object('title', item.value ->> '$.title', 'link', item.value ->> '$.link',
        'outlet', item.value ->> '$.outlet')) FROM ${each('items', 'item')}))`,
  },
  { namespace: 'alerts', version: 2, validity: isInstant('at'), date: field('at'), kind: field('kind') },
];

/** A second set of rows for stories: one for each official item, at the time the newsroom stated. */
export const NEWSROOMS = 'newsrooms';
const STATED_AT = `coalesce(item.value ->> '$.date', ${field('firstSeen')})`;
export const NEWSROOM_PROJECTION = {
  namespace: 'stories',
  columns: [`'${NEWSROOMS}'`, 'platform.value', STATED_AT, 'it.key', "''"],
  from: [each('platforms', 'platform'), each('items', 'item')],
  where: `item.value ->> '$.official' AND ${STATED_AT} IS NOT NULL AND platform.value <> ''`,
};
