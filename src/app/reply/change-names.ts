/** What recorded changes are called in a list to pick from: "12 February 2024 · SoundCloud · Terms of Use · may now train AI …". */

import type { Naming } from '../ask/name-index.ts';
import { platformById } from '../ask/read-model.ts';
import type { ChangeSummary } from '../ports/store.ts';
import { dateWords } from '../words/format-date.ts';
import { changeWords, documentWords } from '../words/labels.ts';
import { choiceName } from './choices.ts';
import type { Context } from './command.ts';

export const changeNames = ({ archive, say }: Context): Naming<ChangeSummary> => ({
  language: say.language,
  called(change) {
    const platform = platformById(archive.catalog, change.platform)?.name ?? change.platform;
    const what = `${platform} · ${documentWords(change.document, say)} · ${changeWords(change, say)}`;
    return {
      name: choiceName(`${dateWords(change.firstSeenNew, say.language)} · ${what}`),
      date: change.firstSeenNew,
      isAside: change.reading.change === 'none',
    };
  },
});
