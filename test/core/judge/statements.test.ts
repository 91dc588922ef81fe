import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFeatures } from '../../../src/core/judge/features.ts';
import { patternsFor } from '../../../src/core/judge/lexicon.ts';
import { type Statement, statementsOf } from '../../../src/core/judge/statements.ts';
import { sayKey } from '../../../src/core/normalise.ts';

interface Place {
  heading?: string;
  lead?: string;
}

function statements(text: string, { heading, lead = '' }: Place = {}): Statement[] {
  const clause = { text, section: heading ? [heading] : [], lead, key: sayKey(text) };
  const features = readFeatures(clause, patternsFor('en'));
  return features === undefined ? [] : statementsOf(features);
}
const says = (text: string, place?: Place) => [...new Set(statements(text, place).map((one) => one.says))];

describe('a clause says:', () => {
  const rows: [says: string, text: string, place?: Place][] = [
    // training
    ['training permitted uploads', 'We may use your content to train our machine learning models.'],
    ['training permitted', 'We use the information we collect to train artificial intelligence models.'],
    ['training permitted prompts', 'We may use your prompts to train our AI models.'],
    [
      'training permitted',
      '* To train our algorithms and machine learning models.',
      { lead: 'We use your information:' },
    ],
    ['no training', 'We will not use your recordings to train artificial intelligence.'],
    ['no training', 'Tunebox never uses your content for the training of AI models.'],
    ['training only with consent', 'We do not train AI on your music unless you have given us permission.'],
    [
      'training only with consent',
      'We will not use your uploads to train generative AI without your explicit consent.',
    ],
    ['training only with consent', 'If you opt in, we use your uploads to train our AI models.'],
    ['training unless one opts out', 'We use your uploads to train AI models; you can opt out in your settings.'],
    ['training unless one opts out', 'Members have a right to object when we train our AI models with their data.'],
    [
      'training within limits',
      'We use de-identified data to train machine learning models about your use of the service.',
    ],
    ['training on public sources', 'The AI model was trained on publicly available sources.'],
    ['training is put off', 'For now we have paused our plans to train AI models on your posts.'],
    // third parties
    ['others may train', 'Our partners may use your content to train their AI models.'],
    ['others are not let train', 'We do not license your content to third parties for training generative AI.'],
    // scraping
    ['others may not train on or mine the platform', 'You may not use any part of the service to train an AI model.'],
    [
      'others may not train on or mine the platform',
      '* scrape the service for the training of machine learning models;',
      { lead: 'You agree not to:' },
    ],
    ['others may not train on or mine the platform', 'Text and data mining of the site is strictly forbidden.'],
    [
      'others may not train on or mine the platform',
      'The studio is part of it; (c) reverse engineer, decompile or copy it; (d) use its sounds to train AI models.',
    ],
    [
      'the platform reserves text and data mining',
      'Text and data mining of its pages is a right that Tunebox reserves.',
    ],
    // whose consent, whose promise
    ['others may not train on or mine the platform', 'Training AI on our articles takes our written permission.'],
    [
      'others may not train on or mine the platform',
      'We do not allow visitors to save the drawings of our artists for training AI.',
    ],
    [
      'others may not train on or mine the platform',
      'No further rights are granted, such as a right to train AI on the songs.',
    ],
    ['training only with consent', 'Training AI on drawings must have the consent of those who drew them.'],
    ['training only with consent', 'We do not train AI on your files except on your documented instructions.'],
    ['no training', 'Your score is turned into audio, but it is never used to train AI models.'],
    ['no training', 'Northlight will not offer AI rights licensing of your catalogue.'],
    ['training within limits uploads', 'We use your photos to train models that moderate uploads.'],
    ['training permitted', 'We may train AI on the data you give us, including anonymised data about your use.'],
    ['no training', 'We do not read your chats, train on them, or sell them.'],
    ['no training', 'Northlight does not keep or train on your requests.'],
    ['training within limits', 'to improve the shop, including by using anonymised data for machine learning;'],
    ['others may train', 'Your chats are shared with the makers of the model to improve their training data.'],
    ['training is asked about', 'Do you train AI on my tracks?'],
    // AI content
    ['AI-made content is restricted', 'You will not be able to sell A.I.-generated albums.'],
    ['AI-made content must be labelled', 'You must label content that was created with AI.'],
    ['AI-made content is labelled', 'Please disclose AI-generated music in the caption.'],
    ['AI-made content is labelled', 'We add a label to content that was created with AI.'],
    ['AI-made content is restricted', 'We do not allow AI-generated music that floods the charts.'],
    ['AI-made content is spoken of', 'Music made with AI belongs in a chart of its own.'],
    ['AI-made content is restricted', 'Do not just post AI-made songs to fill your page.'],
    ['mining is spoken of', 'Text and data mining has a page of its own.'],
    ['training on something else', 'The training of AI models is explained on another page.'],
    ['AI-made content is discouraged', 'We discourage AI-generated uploads.'],
    ['AI-made content is allowed', 'AI-generated music is allowed on Tunebox.'],
    ['AI-made abuse is banned', 'AI-generated sexual content is prohibited.'],
    [
      'AI-made content is named as an example',
      'Do not spread falsehoods, such as hoaxes or deepfakes, about elections.',
    ],
    ['synthetic imitation is named as an example', 'Report hoaxes, for example voice clones of singers.'],
    // likeness
    ['imitating people with AI is restricted', 'Do not upload voice clones of an artist without their permission.'],
    [
      'imitating people with AI is restricted',
      'AI-generated content that imitates the voice of a real person is not allowed.',
    ],
    ['imitating people with AI is restricted', 'hoaxes and deepfake recordings meant to mislead voters;'],
    [
      'imitating people with AI is restricted',
      'We use a voice replica of a narrator for a book with their approval only.',
    ],
    // features, pay, decisions
    ['users own what AI features give them', 'You own the outputs that our AI tools create for you.'],
    [
      'rights in what goes into and comes out of AI features',
      'You grant us a licence to your prompts and outputs of AI features.',
    ],
    ['AI features', 'Our AI assistant helps you to write a description.'],
    ['AI-made content earns nothing', 'AI-generated tracks earn no royalties.'],
    ['AI-made content is bound to conditions', 'Covers made with AI must be square when you submit them.'],
    [
      'a licence to one’s own voice or likeness',
      'You give us the right to use your voice and likeness in ads made by AI.',
    ],
    ['AI-made content is bound to conditions', 'Covers made with AI must be square when you submit them.'],
    [
      'a licence to one’s own voice or likeness',
      'You give us the right to use your voice and likeness in ads made by AI.',
    ],
    ['AI decides, detects or recommends', 'We use machine learning to detect spam.'],
  ];
  for (const [expected, text, place] of rows) {
    it(`“${expected}” in: ${text}`, () => {
      assert.ok(says(text, place).includes(expected), `it says ${JSON.stringify(says(text, place))}`);
    });
  }
});

describe('a clause does not say:', () => {
  const rows: [topic: Statement['topic'] | undefined, text: string, place?: Place][] = [
    [undefined, 'We may use your content to promote the service.'],
    [undefined, 'Copyright 2026 Noteworthy AI, Inc.'],
    [undefined, 'This paragraph has nothing to do with it.', { heading: '8.6.1.a.iv. Your browser' }],
    [undefined, 'Staff receive training every year.'],
    [undefined, 'We improve our service with your feedback.'],
    ['training', 'You may not use the service to train an AI model.'],
    ['training', 'You own the outputs that our AI tools create for you.'],
    ['training', 'We use machine learning to detect spam in your messages.'],
    ['scraping', 'We will not use your music to train AI models.'],
    ['scraping', 'If you do not opt out, partners may use your data to train AI models.'],
    ['ai-content', 'We use AI to personalise your feed.'],
    ['likeness', 'The output of our AI tools may not be accurate.'],
    ['training', 'Sing only with voices that you have permission to use for AI-generated songs.'],
    [
      'third-party-training',
      'We do not train AI on your tracks; our agreement with the makers of the assistant, third-party labs, says so too.',
    ],
    ['pay', 'You grant us a royalty-free licence, including to train AI models.'],
  ];
  for (const [topic, text, place] of rows) {
    it(`anything about ${topic ?? 'AI'} in: ${text}`, () => {
      const said = statements(text, place).filter((one) => topic === undefined || one.topic === topic);
      assert.deepEqual(
        said.map((one) => one.says),
        [],
      );
    });
  }
});

describe('no right, risk or duty is touched by:', () => {
  const rows: string[] = [
    'You may use AI tools to generate images in our editor.',
    'Runners get personal training plans from our AI.',
    'We ingest podcasts and describe them with the help of artificial intelligence.',
    '“AI training” means that the weights of a model are changed with data.',
    'Search the models that have been trained by other members.',
    'Turn the AI summary off in the search settings.',
    'You may not use our AI tools to write malware.',
    'We label the pictures on this site that were generated by AI.',
    'Review AI-generated scores for mistakes; they should not be taken for advice.',
    'We keep prompts and output for 30 days in order to find abuse.',
    'Our AI research group publishes a benchmark of language models.',
    'We allow you to create content using our AI features.',
    'Outputs generated by our AI features may not be accurate or unique.',
    'We use AI to recognise your voice for security, with your consent.',
    'You will not be charged for the use of AI features during the trial.',
    'We may use machine learning to personalise ads and to improve our services.',
    'We use AI-based tools to review uploads before a moderator decides.',
    'If you use AI features, the supplemental AI terms apply.',
    'Our chatbot answers your questions with the help of AI.',
    'Our AI may get the key of a song wrong.',
    'AI helps our staff to sort reports.',
    'To use AI features you need an account.',
    'We tell you when you are talking to an AI.',
    'Third-party AI services have terms of their own.',
    'You can delete your AI chat history.',
    'The AI equaliser learns which sound you like.',
    'The studio has plugins that enable you to use AI to generate pictures for your page.',
    'You may use the AI assistant to draft a caption for your release.',
    'The AI features may be changed or withdrawn at any time.',
    'Do not enter personal data of others into the AI assistant.',
    'Our AI mastering tool makes your track louder.',
    'You must be eighteen to use the AI features.',
    'AI features are subject to a monthly limit of credits.',
    'AI-generated answers can contain mistakes; check them.',
    'We use machine learning to recommend music you may like.',
    'Our staff are trained in the responsible use of AI.',
    'Read our blog to learn how AI is changing music.',
    'AI services are provided by third parties under their own terms.',
    'We may use your data to personalise the AI assistant for you.',
    'We collect the prompts you enter in order to show you results.',
    'Prompts and outputs are stored for thirty days.',
    'Our support is assisted by AI, and you can ask for a human.',
    'Ratings are generated by artificial intelligence from reviews of guests.',
    'We use AI tools to translate listings.',
    'You agree not to use the AI features to break the law.',
    'You are responsible for the prompts that you enter and for the outputs that you use.',
    'If AI features are switched off, some functions are not available.',
    'The training of our support team takes place every spring.',
    'We test new features and models of speakers in our laboratory.',
    'Dubbing is done by a synthetic voice of our own.',
    'Summaries of reviews are generated by artificial intelligence.',
    'The app lets you create beats made with AI in seconds.',
    'AI credits cannot be refunded.',
    'AI-generated captions may be incomplete; verify them.',
    'We keep making our AI models better through research.',
    'Our moderators are trained in how AI works.',
    'The bot says when people talk to AI content.',
    'The laboratory is where you can build, train and share AI models of your own.',
    'We reserve the right to change the AI features.',
  ];
  for (const text of rows) {
    it(text, () => {
      assert.deepEqual(
        statements(text)
          .filter(({ weight }) => weight === 'major')
          .map((one) => one.says),
        [],
      );
    });
  }
});

it('every statement names the words that caused it', () => {
  const [statement] = statements('We may use your content to train our machine learning models.');
  assert.match(statement?.because ?? '', /training permitted: “.*machine learning/);
});

it('a menu in one long line is no statement', () => {
  assert.deepEqual(
    says(`AI tools ${'Home Upload Charts Blog Jobs Press '.repeat(30)} training AI models your content`),
    [],
  );
});

it('reads hostile text in linear time', () => {
  const pieces = [
    'train ',
    'ai ',
    'you may not ',
    'generated by ',
    'content ',
    'without your ',
    'inputs and ',
    'models ',
  ];
  for (const piece of pieces) {
    const started = process.cpuUsage().user;
    statements(piece.repeat(4000 / piece.length));
    const short = process.cpuUsage().user - started;
    statements(piece.repeat(40_000 / piece.length));
    const long = process.cpuUsage().user - started - short;
    // Ten times the text may cost ten times as much, and a machine's noise; a hundred times would be quadratic.
    assert.ok(long < Math.max(short, 20_000) * 40, `“${piece}”: ${short} µs, then ${long} µs`);
  }
});
