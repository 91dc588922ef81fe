/** Who does what to what: the conditions that the rules are made of. */
import type { Features } from './features.ts';

/** A model is trained, or something is put into one. */
export const trains = (f: Features): boolean =>
  f.has('trainModel') || f.near('train', 'ai') || (f.has('train') && f.near('train', 'model', 60) && f.told('ai'));

/** AI is developed or improved with what people gave. */
export const develops = (f: Features): boolean =>
  (f.leadsWithout('develop', 'ai', 'means', 70) || (!f.speaksOfAi && f.leads('develop', 'model', 60))) &&
  !f.has('aiMade') &&
  !f.has('fake') &&
  (['yours', 'personal', 'uploads'] as const).some(
    (data) => f.leads(data, 'develop', 200) || f.near('use', data, 60) || f.around(data),
  );

/** The platform says of itself that it does not. */
export const promises = (f: Features): boolean =>
  !f.has('userMayNot') &&
  !f.has('weForbid') &&
  (f.leads('we', 'not', 30) || f.leads('not', 'yours', 60) || f.leads('yours', 'not', 40));

/** Users, visitors or others are forbidden something; the platform does not bind itself. */
export const bindsOthers = (f: Features): boolean =>
  f.has('userMayNot') ||
  (!f.has('we') && f.around('userMayNot')) ||
  (f.told('forbidden') && !promises(f) && !f.has('yours'));

/** What creators or users gave is what the AI is trained on. */
export const onUserData = (f: Features): boolean =>
  f.told('yours') || f.told('uploads') || f.told('personal') || f.told('prompts') || f.told('licence');

/** The negation stands before what is denied. */
export const negated = (f: Features): boolean =>
  f.leads('not', 'train', 120) || f.leads('not', 'develop', 120) || f.leads('not', 'ai', 60);

export const minedByOthers = (f: Features): boolean =>
  f.has('mining') || (f.near('scrape', 'ai', 160) && !f.has('decide'));

export const dataScope = (f: Features): string[] => [
  ...(f.has('uploads') ? ['uploads'] : []),
  ...(f.has('prompts') ? ['prompts'] : []),
];

export const trainingOfOwn = (f: Features): boolean => (trains(f) || develops(f)) && onUserData(f) && !bindsOthers(f);

/** The models only serve the running of the service: advertising, safety. */
export const servesOnly = (f: Features): boolean => f.near('serviceModel', 'train', 30);

/** It is about labelling what was made with AI. */
export const labels = (f: Features): boolean =>
  !trains(f) && (f.has('aiMade') ? f.near('label', 'aiMade', 140) : f.around('aiMade') && f.has('label'));

/** AI-made content is only one example in a rule about something else. */
export const onlyAnExample = (f: Features): boolean =>
  !f.leads('imitate', 'example', 200) &&
  (f.opens('example', 'aiMade', 90) || (!f.has('aiMade') && f.opens('example', 'fake', 90))) &&
  !f.around('ai');

/** It speaks of what the platform's own tools make, not of what is uploaded. */
export const isAboutTools = (f: Features): boolean => f.has('we') && f.has('aiTool') && f.has('inputOutput');
