/** What must never be read wrong, whatever the reader has learnt: each case is a kind of mistake that was made once, in words of our own. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActName } from '../../../src/core/reader/acts.ts';
import { outputIndex } from '../../../src/core/reader/outputs.ts';
import type { ChangeAssessment } from '../../../src/domain/document.ts';
import { readingClauses } from '../../helpers/clauses.ts';

const { readChange, readVersion } = readingClauses();

const AROUND = [
  '# Terms of Service\n\nThese terms apply to everybody who opens an account with Larkspur Audio. You keep all rights in the recordings that you upload.\n\n## Your content\n\n',
  '\n\n## Payments\n\nWe pay royalties every month once they reach twenty euros. Prices include the tax that is due.\n',
];
const around = (clause: string) => AROUND.join(clause);
const change = (before: string, after: string): ChangeAssessment => readChange(around(before), around(after)).reading;
const KEPT = 'Recordings stay online for as long as your account is open.';

/** How likely the clause that has these words does an act. */
function likelihood(text: string, act: ActName, markdown = around(text)): number {
  const clause = readVersion(markdown).aiClauses.find((one) => one.clause.text.includes(text));
  return clause?.probabilities[outputIndex(act)] ?? 0;
}

describe('a clause', () => {
  it('that promises not to train is no permission', () => {
    const text = 'We will never use your recordings to train artificial intelligence.';
    assert.ok(likelihood(text, 'train-never') > 0.5);
    assert.ok(likelihood(text, 'train') < 0.5);
    assert.equal(readVersion(around(text)).training, 'prohibited');
  });

  it('that promises it of “none of” something promises all the same', () => {
    const text = 'None of the lyrics you keep here will ever be trained on.';
    assert.ok(likelihood(text, 'train-never') > likelihood(text, 'train'));
  });

  it('that lets generative systems ingest uploads is told, though it never says that they train', () => {
    const reading = change(
      KEPT,
      `${KEPT}\n\nUploads may be ingested by generative systems that we or our partners run.`,
    );
    assert.notEqual(reading.change, 'none');
  });

  it('on likeness or voice is seen, though it never says AI', () => {
    const { alert, topics } = change(
      KEPT,
      `${KEPT}\n\nYou may not upload a recording that imitates the voice or likeness of another singer without their written permission.`,
    );
    assert.equal(alert, true);
    assert.ok(topics.includes('likeness'), topics.join());
  });

  it('that is “non-sublicensable” lets nobody else train', () => {
    const text = 'We grant you a limited, non-exclusive, non-sublicensable right to use our AI mastering tool.';
    assert.ok(likelihood(text, 'others-train') < 0.5);
  });

  it('on the platform’s own AI tool is no rule on uploads', () => {
    const { topics } = change(
      KEPT,
      `${KEPT}\n\nOur AI mastering assistant suggests loudness and tone for the tracks in your studio.`,
    );
    assert.ok(!topics.includes('ai-content'), topics.join());
  });

  it('that names a company called Hugging Face says nothing of likeness', () => {
    const text = 'Our demo models are also listed at Hugging Face.';
    assert.ok(likelihood(text, 'likeness-ban') < 0.5 && likelihood(text, 'likeness-use') < 0.5);
  });
});

describe('a change', () => {
  it('like SoundCloud’s in 2024 pings, and is worse', () => {
    const { alert, direction, topics, training } = change(
      KEPT,
      `${KEPT}\n\nUnless a separate agreement says otherwise, you expressly agree that your recordings may be used to inform, train or develop artificial intelligence, or serve as input to it, as part of our services.`,
    );
    assert.deepEqual({ alert, direction }, { alert: true, direction: 'worse' });
    assert.ok(topics.includes('training'), topics.join());
    assert.ok(['permitted', 'opt-out'].includes(training.new), training.new);
  });

  it('from a promise to training by default, which one may object to, is worse', () => {
    const { alert, direction } = change(
      'We do not use your recordings to train AI models.',
      'We use your recordings to train AI models, unless you opt out in your settings.',
    );
    assert.deepEqual({ alert, direction }, { alert: true, direction: 'worse' });
  });

  it('that puts the same promise in other words takes nothing away', () => {
    const { direction, training } = change(
      'We do not use your recordings to train AI models.',
      'Your recordings are not used for the training of AI models.',
    );
    assert.notEqual(direction, 'worse');
    assert.equal(training.new, 'prohibited');
  });

  it('that adds AI as one example to a long ban on abuse does not ping', () => {
    const ban = (means: string) =>
      `You may not use Larkspur Audio to defraud anybody, to send spam, to spread malware, to harass or threaten other members, to post sexual material${means}, or to break the law.`;
    assert.equal(change(ban(''), ban(', including such as was made with AI')).alert, false);
  });
});
