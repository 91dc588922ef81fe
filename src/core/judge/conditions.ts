/** Who does what to what: the conditions that the rules are made of. */
import type { Features } from './features.ts';

/** A model is trained, or something is put into one. */
export const trains = (f: Features): boolean =>
  f.has('trainModel') || f.near('train', 'ai') || (f.has('train') && f.near('train', 'model', 60) && f.told('ai'));

/** AI is developed or improved with what people gave. */
export const develops = (f: Features): boolean =>
  (f.leadsWithout('develop', 'ai', ['means'], 70) || (!f.speaksOfAi && f.leads('develop', 'model', 60))) &&
  !f.has('aiMade') &&
  !f.has('fake') &&
  (['yours', 'personal', 'uploads'] as const).some(
    (data) => f.leads(data, 'develop', 200) || f.near('use', data, 60) || f.around(data),
  );

/** An item of a list goes on with the line above it, and is no sentence of its own: "– train our AI models". */
const isItem = (f: Features): boolean => f.clause.lead !== '' && !f.has('affirms');

/** "We do not use your content to:" stands above the list that this is an item of. */
const deniedAbove = (f: Features): boolean =>
  !f.has('not') && f.aroundWithout('not', 'affirms') && (isItem(f) || !f.has('we'));

/** It is the platform that does not do what stands in the list: "What we never do:". */
const promisedAbove = (f: Features): boolean =>
  deniedAbove(f) && (f.around('we') || f.around('yours')) && !f.around('userMayNot') && !f.around('weForbid');

/** The platform says of itself that it does not. */
export const promises = (f: Features): boolean =>
  !f.has('userMayNot') &&
  !f.has('weForbid') &&
  (promisedAbove(f) ||
    f.leads('we', 'not', 30) ||
    f.leads('not', 'yours', 60) ||
    f.leads('yours', 'not', 40) ||
    f.leads('providers', 'not', 120));

/** Users, visitors or others are forbidden something; the platform does not bind itself. */
export const bindsOthers = (f: Features): boolean =>
  // "You may not opt out" forbids nobody to train.
  !f.has('noSay') &&
  ((f.has('userMayNot') && !f.leads('entrusted', 'notBeUsed', 80)) ||
    ((isItem(f) || !f.has('we')) && f.around('userMayNot')) ||
    (f.told('forbidden') && !promises(f) && !f.has('yours')) ||
    (f.has('ourConsent') && f.has('siteContent') && !f.has('yours')));

/** Users or others may take what the platform publishes, without asking. */
export const opensToOthers = (f: Features): boolean =>
  (trains(f) || minedByOthers(f)) &&
  (f.leads('othersMay', 'siteContent', 80) || f.leads('othersMay', 'scrape', 80)) &&
  !f.has('yours') &&
  !f.has('consent') &&
  !bindsOthers(f);

/** What creators or users gave is what the AI is trained on. */
export const onUserData = (f: Features): boolean =>
  f.told('yours') ||
  f.has('anyOfYours') ||
  f.told('uploads') ||
  f.told('personal') ||
  f.told('prompts') ||
  f.told('licence');

/** The negation stands before what is denied, and nobody does it after all: "If you do not delete it, we may use it to train AI". */
export const negated = (f: Features): boolean =>
  f.leadsWithout('not', 'train', ['affirms'], 120) ||
  f.leadsWithout('not', 'develop', ['affirms'], 120) ||
  f.leadsWithout('not', 'ai', ['affirms'], 60) ||
  f.leadsWithout('notUsed', 'train', ['contrast', 'affirms'], 400) ||
  deniedAbove(f);

export const minedByOthers = (f: Features): boolean =>
  f.has('mining') || (f.near('scrape', 'ai', 160) && !f.has('decide'));

/** A model or system of AI is built, not something else with its help. */
export const buildsAi = (f: Features): boolean =>
  f.leadsWithout('develop', 'aiModel', ['means'], 80) && !f.has('aiMade');

/** How far a permission to train reaches: each reach is said beside the permission itself, so that a further one is a loss. */
export const dataScope = (f: Features): string[] => [
  '',
  ...(f.has('uploads') ? ['uploads'] : []),
  ...(f.has('prompts') && !f.leads('exempts', 'prompts', 40) ? ['prompts'] : []),
  ...(f.has('earlier') ? ['earlier'] : []),
  ...(f.has('notPublic') ? ['not public'] : []),
];

/** The same where it has limits: what no limit holds back. */
export const limitedScope = (f: Features): string[] => [
  ...dataScope(f),
  ...(isAnonymous(f) ? [] : ['about persons']),
  ...(isForPurpose(f) ? [] : ['for any purpose']),
];

/** "Data, including anonymised data" is any data. */
const isAnonymous = (f: Features): boolean =>
  f.has('anonymous') && !f.leadsWithout('example', 'anonymous', ['means'], 100);

/** Only some purposes are named. */
const isForPurpose = (f: Features): boolean =>
  f.leads('train', 'ownModels', 140) ||
  f.near('limit', 'train', 60) ||
  (!f.has('train') && f.near('limit', 'develop', 60));

/** A promise that says it may end. */
export const forNow = (f: Features): string[] => [f.has('forNow') ? 'for now' : ''];

/** What a promise covers less: AI that makes things only, the present only. */
export const promiseScope = (f: Features): string[] => [
  [f.near('generativeOnly', 'train', 60) ? 'generative' : '', ...forNow(f)].join(' ').trim(),
];

export const trainingOfOwn = (f: Features): boolean =>
  (trains(f) || develops(f)) && onUserData(f) && !f.has('youTrain') && !f.near('reserve', 'train', 120);

/** What goes into AI features, or comes out, improves the service. */
export const improvesByPrompts = (f: Features): boolean =>
  f.has('we') &&
  f.has('use') &&
  !f.has('not') &&
  (f.has('inputOutput') || f.has('ownTool')) &&
  f.leads('prompts', 'improve', 120);

/** The data is not about a person any more, or only some purposes are named. */
export const isLimited = (f: Features): boolean =>
  isForPurpose(f) ||
  (isAnonymous(f) &&
    (f.near('anonymous', 'train', 60) ||
      f.leads('anonymous', 'develop', 160) ||
      (!f.has('train') && f.near('anonymous', 'develop', 60))));

/** The sentence before it speaks of training, and this one lets people object. */
export const objectsToTraining = (f: Features): boolean =>
  !f.speaksOfAi && f.has('optOut') && !f.has('otherObjection') && (f.around('train') || f.around('develop'));

/** It asks and states nothing. */
export const isQuestion = (f: Features): boolean => /\?[^\p{L}]*$/u.test(f.text);

/** The models only serve the running of the service: advertising, safety. */
export const servesOnly = (f: Features): boolean => f.near('serviceModel', 'train', 30);

/** What AI features make, and what goes into them, is the reader's, or the platform's. */
export const isOwned = (f: Features, by: 'youOwn' | 'weOwn'): boolean =>
  f.near(by, 'inputOutput', 80) || f.near(by, 'aiMade', 50);

/** How much: "50 %". */
export const shares = (f: Features): string[] => [
  [...f.text.matchAll(SHARE)].map(([, share]) => `${share} %`).join(' '),
];
const SHARE = /(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|per ?cent|prozent|pour ?cent|por ?ciento|por ?cento)/g;

/** It is about labelling what was made with AI. */
export const labels = (f: Features): boolean =>
  f.near('label', 'fake', 140) ||
  f.near('mustTell', 'aiUse', 120) ||
  (f.near('mustTell', 'ai', 140) && !f.has('we') && !f.has('inputOutput')) ||
  (f.has('aiMade') ? f.near('label', 'aiMade', 140) : f.around('aiMade') && f.has('label'));

/** Content is forbidden, or taken down, turned away, kept small. */
export const restricts = (f: Features): boolean => f.told('forbidden') || f.told('userMayNot') || f.told('unwanted');

/** AI is turned on somebody's face, voice or identity. */
export const aimsAtPeople = (f: Features): boolean =>
  f.near('ai', 'likeness', 120) &&
  (f.has('userMayNot') || f.told('forbidden') || (f.has('consent') && !f.has('decide')));

/** AI-made content is only one example in a rule about something else. */
export const onlyAnExample = (f: Features): boolean =>
  !f.leads('imitate', 'example', 200) &&
  !f.leads('aiMade', 'example', 120) &&
  (f.opens('example', 'aiMade', 90) || (!f.has('aiMade') && f.opens('example', 'fake', 90))) &&
  !f.around('ai');

/** It speaks of what the platform's own tools make, not of what is uploaded. */
export const isAboutTools = (f: Features): boolean => f.has('we') && f.has('aiTool') && f.has('inputOutput');

/** AI tools on offer are what makes the content, whoever publishes it. */
export const usesTools = (f: Features): boolean => f.has('ownTool') || (f.has('aiTool') && !f.has('publish'));

/** Whoever makes and publishes something may use AI within bounds only. */
export const boundsAiUse = (f: Features): boolean =>
  f.has('publish') &&
  (['onlyPermission', 'must', 'allowed', 'forbidden'] as const).some((bound) => f.near(bound, 'aiUse', 80)) &&
  !f.has('ownTool');

/** Tools or companies of AI take what the platform publishes, or somebody builds AI with it. */
export const takenByAi = (f: Features): boolean =>
  (f.leads('aiActor', 'siteContent', 80) && (f.has('use') || f.has('scrape'))) || (f.has('siteContent') && buildsAi(f));

/** It only says that what AI makes may be wrong. */
export const disclaims = (f: Features): boolean =>
  f.near('disclaimer', 'aiMade') && !f.has('publish') && !f.has('userMayNot');

/** The platform speaks of what it makes or shows itself, not of what people publish. */
export const isOfItsOwn = (f: Features): boolean => (f.has('we') || f.has('siteContent')) && !concernsUploads(f);

/** It is about what people publish, not about what the platform makes. */
export const concernsUploads = (f: Features): boolean =>
  (['publish', 'yours', 'harm', 'imitate', 'must', 'pay'] as const).some((concept) => f.told(concept));

/** The sentence or heading above speaks of training, and this one pays for it. */
export const paysForTrainingAbove = (f: Features): boolean =>
  !f.speaksOfAi && f.around('train') && f.has('pay') && f.has('refersBack');
