/** What recorded changes are called in a list to pick from: "12 February 2024 · SoundCloud · Terms of Use · may now train AI …". */

import type { Naming } from '../src/app/ask/names.ts';
import { platformById } from '../src/app/ask/queries.ts';
import type { ChangeSummary } from '../src/app/ports/store.ts';
import { dateWords } from '../src/app/words/dates.ts';
import { changeWords, documentWords } from '../src/app/words/wording.ts';
import { choiceName } from './choice-name.ts';
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
