/** What recorded changes are called in a list to pick from: "12 February 2024 · SoundCloud · Terms of Use · may now train AI …". */

import type { NameFormat } from '../ask/name-index.ts';
import { platformById } from '../ask/read-model.ts';
import type { ChangeSummary } from '../ports/store.ts';
import { formatDate } from '../words/format-date.ts';
import { changeLabel, documentLabel } from '../words/labels.ts';
import { truncateChoiceName } from './choices.ts';
import type { CommandContext } from './command.ts';

export const changeNameFormat = ({ readModel: archive, t: say }: CommandContext): NameFormat<ChangeSummary> => ({
  language: say.language,
  formatName(change) {
    const platform = platformById(archive.catalog, change.platform)?.name ?? change.platform;
    const what = `${platform} · ${documentLabel(change.document, say)} · ${changeLabel(change, say)}`;
    return {
      name: truncateChoiceName(`${formatDate(change.firstSeenNew, say.language)} · ${what}`),
      date: change.firstSeenNew,
      isUnrelatedToAi: change.reading.change === 'none',
    };
  },
});
