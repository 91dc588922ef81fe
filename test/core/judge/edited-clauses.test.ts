/** What an edit of one clause means, beside clauses that stay. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingClauses } from '../../helpers/clauses.ts';

const { readChange } = readingClauses();

const AROUND = [
  '# Terms\n\nThese terms apply to everybody who opens an account with Larkspur Audio.\n\n## AI\n\n',
  '\n\n## Payments\n\nWe pay royalties every month once they reach twenty euros.\n',
];
const around = (clause: string) => AROUND.join(clause);

type Row = [before: string, after: string, change: string, direction: string];

describe('an edited clause is news, or not:', () => {
  const rows: Row[] = [
    // training
    [
      'We may use your uploads to train AI models.',
      'We may use your uploads to train AI models. You can opt out of this in your settings.',
      'major',
      'better',
    ],
    [
      'Your recordings are used to train AI models only if you opted in.',
      'Your recordings are used to train AI models unless you opted out.',
      'major',
      'worse',
    ],
    [
      'We will not use your content to train any AI model.',
      'We will not use your content to train any generative AI model.',
      'major',
      'worse',
    ],
    [
      'We will not use your content to train any generative AI model.',
      'We will not use your content to train any AI model.',
      'major',
      'better',
    ],
    [
      'We may use what you upload after May to train AI models on your uploads.',
      'We may use what you upload, whether before or after May, to train AI models on your uploads.',
      'major',
      'worse',
    ],
    [
      'We may use public uploads to train AI models.',
      'We may use public uploads to train AI models, except those of members who are under 18 or ask us not to.',
      'major',
      'better',
    ],
    [
      'We may use public uploads to train AI models, except those of members who are under 18 or ask us not to.',
      'We may use public uploads to train AI models.',
      'major',
      'worse',
    ],
    ['We may use your uploads to train AI models.', 'We will use your uploads to train AI models.', 'minor', 'neutral'],
    [
      'We may train models that find spam on your uploads. We do not train generative AI on your uploads.',
      'We may train models that find spam on your uploads, but we do not train generative AI on your uploads.',
      'minor',
      'neutral',
    ],
    // a promise for the present only
    [
      'We do not use your tracks to train AI models.',
      'We do not currently use your tracks to train AI models.',
      'major',
      'worse',
    ],
    [
      'We will not use your tracks to train AI models.',
      'We do not intend to use your tracks to train AI models.',
      'major',
      'worse',
    ],
    [
      'At this time, we do not use your tracks to train AI models.',
      'We do not use your tracks to train AI models.',
      'major',
      'better',
    ],
    [
      'We do not train generative AI on your tracks.',
      'For now, we do not train generative AI on your tracks.',
      'major',
      'worse',
    ],
    [
      'For now, we do not use your tracks to train AI models.',
      'At this time, we do not use your tracks to train AI models.',
      'minor',
      'neutral',
    ],
    // what was allowed is denied, and the other way round
    [
      'You can opt out of AI training on your tracks in your settings.',
      'You cannot opt out of AI training on your tracks.',
      'major',
      'worse',
    ],
    [
      'We ask for your consent before we train AI on your tracks.',
      'We do not need your consent before we train AI on your tracks.',
      'major',
      'worse',
    ],
    [
      'You may not use the catalogue to train AI models.',
      'You may use the catalogue to train AI models.',
      'major',
      'worse',
    ],
    ['AI-generated songs are banned here.', 'AI-generated songs are not banned here.', 'major', 'mixed'],
    ['You must label AI-generated songs.', 'You do not have to label AI-generated songs.', 'major', 'mixed'],
    [
      'AI-generated tracks may make up at most 50 % of your catalogue.',
      'AI-generated tracks may make up at most 5 % of your catalogue.',
      'major',
      'mixed',
    ],
    // how far a permission reaches
    [
      'We may use anonymised listening data to train recommendation models.',
      'We may use your listening data to train recommendation models.',
      'major',
      'worse',
    ],
    [
      'We may use anonymised listening data to train recommendation models.',
      'We may use anonymised listening data to train AI models.',
      'major',
      'worse',
    ],
    [
      'We may use your listening data to train recommendation models.',
      'We may use anonymised listening data to train recommendation models.',
      'major',
      'better',
    ],
    [
      'We may train AI models on your public uploads.',
      'We may train AI models on your public and private uploads.',
      'major',
      'worse',
    ],
    [
      'We use your uploads to train AI models.',
      'We use your uploads, and those of earlier years, to train AI models.',
      'major',
      'worse',
    ],
    [
      'We use your uploads, also those already published, to train AI models.',
      'We use your uploads to train AI models.',
      'major',
      'better',
    ],
    [
      'We may train AI models on your uploads.',
      'We may train AI models on your uploads, but not on private messages.',
      'major',
      'better',
    ],
    // money and ownership have a sign
    [
      'Artists are paid when we train AI models on their recordings.',
      'Artists are not paid when we train AI models on their recordings.',
      'major',
      'worse',
    ],
    [
      'AI-generated tracks earn no royalties.',
      'AI-generated tracks earn the same royalties as others.',
      'major',
      'mixed',
    ],
    [
      'AI-generated tracks earn 50 % of the royalties of others.',
      'AI-generated tracks earn 5% of the royalties of others.',
      'major',
      'mixed',
    ],
    ['You own the output of the AI features.', 'We own the output of the AI features.', 'major', 'worse'],
    // the rest
    [
      'Outputs of our AI features belong to Larkspur Audio.',
      'You own the outputs of our AI features.',
      'major',
      'better',
    ],
    [
      'You may not use the AI to write malware.',
      'You may not use the AI to write malware or to plan fraud.',
      'minor',
      'neutral',
    ],
    [
      'You may not carry out text and data mining on our songs.',
      'You may not carry out text and data mining on our songs and charts.',
      'minor',
      'neutral',
    ],
    [
      'We keep prompts and output for 30 days in order to find abuse.',
      'We keep prompts and output for 55 days in order to find abuse.',
      'none',
      'neutral',
    ],
  ];
  for (const [before, after, change, direction] of rows) {
    it(`${change}, ${direction}: ${after}`, () => {
      const { reading } = readChange(around(before), around(after));
      assert.deepEqual([reading.change, reading.direction], [change, direction], reading.reason);
    });
  }
});
