/** Regression tests of the trained reader: each case is a kind of mistake it once made, in our own words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActName } from '../../../src/core/reader/acts.ts';
import { outputIndex } from '../../../src/core/reader/outputs.ts';
import type { ChangeAssessment } from '../../../src/domain/document.ts';
import { withClauseReader } from '../../helpers/clauses.ts';

const { assess, readVersion } = withClauseReader();

const AROUND = [
  '# Terms of Service\n\nThese terms apply to everybody who opens an account with Larkspur Audio. You keep all rights in the recordings that you upload.\n\n## Your content\n\n',
  '\n\n## Payments\n\nWe pay royalties every month once they reach twenty euros. Prices include the tax that is due.\n',
];
const around = (clause: string) => AROUND.join(clause);
const change = (before: string, after: string): ChangeAssessment => assess(around(before), around(after)).assessment;
const KEPT = 'Recordings stay online for as long as your account is open.';

/** The probability of an act, for the clause that contains the text. */
function probabilityOf(text: string, act: ActName, markdown = around(text)): number {
  const clause = readVersion(markdown).aiClauses.find((aiClause) => aiClause.clause.text.includes(text));
  return clause?.probabilities[outputIndex(act)] ?? 0;
}

describe('a clause', () => {
  it('that promises not to train is not a permission', () => {
    const text = 'We will never use your recordings to train artificial intelligence.';
    assert.ok(probabilityOf(text, 'train-never') > 0.5);
    assert.ok(probabilityOf(text, 'train') < 0.5);
    assert.equal(readVersion(around(text)).training, 'prohibited');
  });

  it('that promises with “none of” is a promise, too', () => {
    const text = 'None of the lyrics you keep here will ever be trained on.';
    assert.ok(probabilityOf(text, 'train-never') > probabilityOf(text, 'train'));
  });

  it('that lets generative systems ingest uploads matters, though it does not mention training', () => {
    const reading = change(
      KEPT,
      `${KEPT}\n\nUploads may be ingested by generative systems that we or our partners run.`,
    );
    assert.notEqual(reading.significance, 'none');
  });

  it('on likeness or voice is major, though it does not mention AI', () => {
    const { significance, topics } = change(
      KEPT,
      `${KEPT}\n\nYou may not upload a recording that imitates the voice or likeness of another singer without their written permission.`,
    );
    assert.equal(significance, 'major');
    assert.ok(topics.includes('likeness'), topics.join());
  });

  it('with “non-sublicensable” lets nobody else train', () => {
    const text = 'We grant you a limited, non-exclusive, non-sublicensable right to use our AI mastering tool.';
    assert.ok(probabilityOf(text, 'others-train') < 0.5);
  });

  it('on the platform’s own AI tool is not a rule on uploads', () => {
    const { topics } = change(
      KEPT,
      `${KEPT}\n\nOur AI mastering assistant suggests loudness and tone for the tracks in your studio.`,
    );
    assert.ok(!topics.includes('ai-content'), topics.join());
  });

  it('that mentions Hugging Face says nothing about likeness', () => {
    const text = 'Our demo models are also listed at Hugging Face.';
    assert.ok(probabilityOf(text, 'likeness-ban') < 0.5 && probabilityOf(text, 'likeness-use') < 0.5);
  });
});

describe('a change', () => {
  it('like SoundCloud’s in 2024 pings, and is worse', () => {
    const { significance, direction, topics, training } = change(
      KEPT,
      `${KEPT}\n\nUnless a separate agreement says otherwise, you expressly agree that your recordings may be used to inform, train or develop artificial intelligence, or serve as input to it, as part of our services.`,
    );
    assert.deepEqual({ significance, direction }, { significance: 'major', direction: 'worse' });
    assert.ok(topics.includes('training'), topics.join());
    assert.ok(['permitted', 'opt-out'].includes(training.new), training.new);
  });

  it('from a promise to training with an opt-out is worse', () => {
    const { significance, direction } = change(
      'We do not use your recordings to train AI models.',
      'We use your recordings to train AI models, unless you opt out in your settings.',
    );
    assert.deepEqual({ significance, direction }, { significance: 'major', direction: 'worse' });
  });

  it('that rewords a promise is not worse', () => {
    const { direction, training } = change(
      'We do not use your recordings to train AI models.',
      'Your recordings are not used for the training of AI models.',
    );
    assert.notEqual(direction, 'worse');
    assert.equal(training.new, 'prohibited');
  });

  it('that adds AI as an example to a long ban on abuse does not ping', () => {
    const ban = (means: string) =>
      `You may not use Larkspur Audio to defraud anybody, to send spam, to spread malware, to harass or threaten other members, to post sexual material${means}, or to break the law.`;
    assert.notEqual(change(ban(''), ban(', including such as was made with AI')).significance, 'major');
  });
});
