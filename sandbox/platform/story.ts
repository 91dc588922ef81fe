/**
 * The story of Larkspool, a fictional music platform: a clause slips into its terms unannounced, the community finds out, the
 * clause goes. Each day lists what changed since the day before and which alerts the bot should send.
 * To add a day, insert it in chronological order; everything else derives from this list.
 */
import type { NewsTopic } from '../../src/domain/news.ts';
import type { Direction } from '../../src/domain/vocabulary.ts';

/** The content of the platform’s pages. */
export interface Site {
  termsUpdated: string;
  /** Paragraphs added to section 5 of the terms. */
  aiClause: string[];
  guidelinesUpdated: string;
  labelRule?: { heading: string; paragraphs: string[] };
  /** A cookie consent dialog covers the pages. */
  cookieDialog: boolean;
  /** The terms are an error page with status 200. */
  broken: boolean;
  menu: string[];
  related: string[];
  /** The lines of robots.txt. */
  robots: string[];
}

export type Outlet = 'newsroom' | 'magazine' | 'courier';

export interface Article {
  outlet: Outlet;
  date: string;
  title: string;
  summary: string;
  paragraphs: string[];
}

/** An alert the subscribed channel should receive. */
export type Expected =
  /** `direction` is absent where readers may disagree about it. */
  | { kind: 'documents'; document: string; direction?: Direction; topic: NewsTopic }
  | { kind: 'news'; title: string }
  | { kind: 'signals'; title: string };

export interface StoryDay {
  date: string;
  /** What happened, in one line for the visitor. */
  tells: string;
  changes?: Partial<Site>;
  published?: Omit<Article, 'date'>[];
  alerts: Expected[];
  /** The document that is unreadable on this day. */
  unreadable?: string;
}

export const FIRST_SITE: Site = {
  termsUpdated: '12 January 2026',
  aiClause: [],
  guidelinesUpdated: '3 November 2025',
  cookieDialog: false,
  broken: false,
  menu: ['Discover', 'Upload', 'Plans', 'Newsroom', 'Help'],
  related: ['How to clear a sample in four letters', 'What a good track description looks like', 'Choosing a licence'],
  robots: ['User-agent: *', 'Disallow: /search'],
};

/** What the outlets had published before the story begins. */
export const EARLIER_ARTICLES: Article[] = [
  {
    outlet: 'newsroom',
    date: '2026-01-19',
    title: 'Your year on Larkspool: the most replayed tracks of the winter',
    summary: 'Eleven million minutes, one accordion: what members listened to most.',
    paragraphs: [
      'Members listened to eleven million minutes of music this winter. An accordion trio from Cork was replayed most.',
    ],
  },
  {
    outlet: 'magazine',
    date: '2026-01-27',
    title: 'Five small venues that still book unsigned bands',
    summary: 'Where a demo and a polite letter still get you a Tuesday night.',
    paragraphs: ['A demo and a polite letter still open doors. We asked five bookers what they listen for.'],
  },
  {
    outlet: 'courier',
    date: '2026-01-29',
    title: 'The cassette deck that refuses to die',
    summary: 'A repair shop has restored its thousandth deck.',
    paragraphs: ['The belts are new, the heads are old, and the waiting list is four months long.'],
  },
];

export const STORY: readonly StoryDay[] = [
  {
    date: '2026-02-02',
    tells: 'The bot meets Larkspool for the first time and reads its terms, its guidelines and three feeds.',
    alerts: [],
  },
  {
    date: '2026-02-09',
    tells: 'The terms carry a new “Last updated” date. Not a word of them is different.',
    changes: { termsUpdated: '5 February 2026' },
    published: [
      {
        outlet: 'magazine',
        title: 'Review: a looper pedal with one knob',
        summary: 'Less to turn, more to play.',
        paragraphs: ['It records, it repeats, it stops. We did not want to give it back.'],
      },
    ],
    alerts: [],
  },
  {
    date: '2026-02-16',
    tells: 'Larkspool puts a cookie dialog over its pages.',
    changes: { cookieDialog: true },
    alerts: [],
  },
  {
    date: '2026-02-23',
    tells:
      'A paragraph about AI appears in section 5 of the terms. The date stays as it was, the newsroom says nothing.',
    changes: {
      aiClause: [
        'Your Content may also be analysed and used to train artificial intelligence and machine learning models that we develop or operate in order to provide, personalise and improve the Service.',
      ],
    },
    alerts: [{ kind: 'documents', document: 'Terms of Service', direction: 'worse', topic: 'training' }],
  },
  {
    date: '2026-03-02',
    tells: 'The terms cannot be opened: an error page, sent as if all were well.',
    changes: { broken: true },
    alerts: [],
    unreadable: 'Terms of Service',
  },
  {
    date: '2026-03-03',
    tells: 'The terms are back, under a new menu and beside new articles that talk about AI.',
    changes: {
      broken: false,
      menu: ['Discover', 'Upload', 'AI Mastering', 'Plans', 'Newsroom', 'Help'],
      related: [
        'Can artificial intelligence write a chorus?',
        'Train your ears: machine learning for mixing engineers',
        'Choosing a licence',
      ],
    },
    alerts: [],
  },
  {
    date: '2026-05-11',
    tells: 'Eleven weeks later a member reads the terms. The Offbeat Ledger, a music magazine, reports.',
    published: [
      {
        outlet: 'magazine',
        title: 'Larkspool’s terms have quietly allowed it to train AI on uploads since February',
        summary:
          'A member of the platform’s forum found a clause that lets Larkspool use artists’ uploads to train artificial intelligence. Nobody had been told; several musicians have started to take their tracks down.',
        paragraphs: [
          'A clause in the terms of the music platform Larkspool lets the company use what artists upload to train artificial intelligence. It has been there since February, a member of the platform’s forum found out.',
          'The date on the page was not changed, and the newsroom did not mention it. Several musicians have started to take their tracks down.',
        ],
      },
    ],
    alerts: [
      { kind: 'news', title: 'Larkspool’s terms have quietly allowed it to train AI on uploads since February' },
    ],
  },
  {
    date: '2026-05-12',
    tells: 'A second outlet, Cassette Courier, carries the same story.',
    published: [
      {
        outlet: 'courier',
        title: 'Larkspool terms quietly allowed AI training on artists’ uploads, musicians find',
        summary:
          'Musicians are taking tracks down after a clause was found in Larkspool’s terms that lets the platform train artificial intelligence on their uploads. It had been there since February.',
        paragraphs: [
          'Musicians are leaving Larkspool after a clause came to light that lets the platform train artificial intelligence on uploads.',
          'The clause was first reported by The Offbeat Ledger. It has stood in the terms since February.',
        ],
      },
    ],
    alerts: [],
  },
  {
    date: '2026-05-14',
    tells: 'Larkspool’s chief executive answers with an open letter in the newsroom.',
    published: [
      {
        outlet: 'newsroom',
        title: 'An open letter to our artists from our chief executive',
        summary:
          'Maren Holt apologises for the AI wording: it was broader than it should ever have been. No track was used for generative AI, and none will be unless its maker opts in. New terms follow next week.',
        paragraphs: [
          'To everybody who makes music on Larkspool: in February we changed our terms and did not tell you. That was wrong.',
          'We have never trained generative AI on your music. But the words allowed it, and words matter. Next week we will replace them with a promise: nothing happens without your consent.',
          'Maren Holt, chief executive',
        ],
      },
    ],
    alerts: [{ kind: 'news', title: 'An open letter to our artists from our chief executive' }],
  },
  {
    date: '2026-05-21',
    tells: 'The clause is rewritten into a promise, and this time the date changes as well.',
    changes: {
      termsUpdated: '21 May 2026',
      aiClause: [
        'No generative artificial intelligence model is trained on Your Content unless you opted in beforehand and so gave us your explicit consent.',
        'We ask for this consent separately for each purpose, and you may withdraw it at any time under Settings.',
      ],
    },
    alerts: [{ kind: 'documents', document: 'Terms of Service', direction: 'better', topic: 'training' }],
  },
  {
    date: '2026-05-28',
    tells: 'The community guidelines gain a rule: uploads made with AI must be labelled.',
    changes: {
      guidelinesUpdated: '28 May 2026',
      labelRule: {
        heading: 'Label what a machine made',
        paragraphs: [
          'If the vocals or a substantial part of the music of an upload were generated with artificial intelligence, you must label it as AI-generated when you publish it.',
          'Uploads generated with AI that are not labelled are left out of recommendations, and may be removed if it happens again.',
        ],
      },
    },
    alerts: [{ kind: 'documents', document: 'Community Guidelines', topic: 'ai-content' }],
  },
  {
    date: '2026-06-04',
    tells:
      'The newsroom announces a summer tour bus. Nothing in it is about AI; but robots.txt asks two crawlers that train AI to stay out.',
    changes: {
      robots: ['User-agent: *', 'Disallow: /search', '', 'User-agent: GPTBot', 'User-agent: CCBot', 'Disallow: /'],
    },
    published: [
      {
        outlet: 'newsroom',
        title: 'The Larkspool bus is back: nine towns, nine open stages',
        summary: 'Bring an instrument. The first stop is Galway on 20 June.',
        paragraphs: [
          'Nine towns, nine open stages, one old bus. Bring an instrument; the first stop is Galway on 20 June.',
        ],
      },
    ],
    alerts: [{ kind: 'signals', title: 'Larkspool now asks CCBot and GPTBot to stay out' }],
  },
];
