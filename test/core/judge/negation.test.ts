/** What a negation denies, and where it ends: "If you do not delete it, we may train on it" promises nothing, "You cannot opt out" bans nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../src/core/extract/language.ts';
import { readFeatures } from '../../../src/core/judge/features.ts';
import { patternsFor } from '../../../src/core/judge/lexicon.ts';
import { statementsOf } from '../../../src/core/judge/statements.ts';
import { sayKey } from '../../../src/core/normalise.ts';

type InLanguages<Row> = Readonly<Record<Exclude<Language, 'nl'>, readonly Row[]>>;

/** Somebody trains after all, whatever is denied before it. */
const TRAINS: InLanguages<string> = {
  en: [
    'If you do not delete your tracks, we may use them to train AI models.',
    'We will not write to you when we use your tracks to train AI models.',
    'You will not be paid when we use your uploads to train AI models.',
    'We do not sell your data and use your uploads to train AI models.',
    'Uploads that are not private may be used to train our AI models.',
    'Your uploads are not sold and are used to train our AI models.',
    'No fee is due when we use your recordings to train AI.',
    'Unless prohibited by law, we may use your uploads to train AI models.',
    'Whether or not you pay, we use your uploads to train AI models.',
    'We do not ask first before we train AI on your recordings.',
    'Not every track is public, but our partners may use your tracks to train AI models.',
    'We may use your uploads without telling you to train AI models.',
  ],
  fr: [
    'Si vous ne supprimez pas vos morceaux, nous pouvons les utiliser pour entraîner des modèles d’IA.',
    'Nous ne vous prévenons pas lorsque nous utilisons vos morceaux pour entraîner une IA.',
    'Vos morceaux qui ne sont pas privés peuvent être utilisés pour entraîner notre IA.',
    'Sauf si la loi l’interdit, nous pouvons utiliser vos morceaux pour entraîner une IA.',
  ],
  de: [
    'Wenn Sie Ihre Titel nicht löschen, können wir damit KI-Modelle trainieren.',
    'Wir melden uns nicht, wenn wir Ihre Titel nutzen, um KI zu trainieren.',
    'Inhalte, die nicht privat sind, dürfen zum Training unserer KI verwendet werden.',
    'Soweit gesetzlich nicht verboten, dürfen wir Ihre Titel zum Training von KI verwenden.',
  ],
  es: [
    'Si no borras tus temas, podemos usarlos para entrenar modelos de IA.',
    'No te avisamos cuando usamos tus temas para entrenar modelos de IA.',
    'El contenido que no es privado puede utilizarse para entrenar nuestra IA.',
    'Salvo que la ley lo prohíba, podemos usar tus canciones para entrenar una IA.',
  ],
  it: [
    'Se non cancelli i tuoi brani, possiamo usarli per addestrare modelli di IA.',
    'Non ti avvisiamo quando usiamo i tuoi brani per addestrare modelli di IA.',
    'I contenuti che non sono privati possono essere usati per addestrare la nostra IA.',
    'Salvo divieto di legge, possiamo usare i tuoi brani per addestrare una IA.',
  ],
  pt: [
    'Se não apagar as suas faixas, podemos usá-las para treinar modelos de IA.',
    'Não avisamos quando usamos as suas faixas para treinar modelos de IA.',
    'O conteúdo que não é privado pode ser usado para treinar a nossa IA.',
    'Salvo proibição legal, podemos usar as suas faixas para treinar uma IA.',
  ],
};

/** The denial reaches as far as the training. */
const DOES_NOT_TRAIN: InLanguages<string | [lead: string, item: string]> = {
  en: [
    'No part of your music may be used to train AI models.',
    'None of your uploads may be used to train AI models.',
    'Under no circumstances will we use your recordings to train AI.',
    'At no time do we use your uploads to train AI.',
    'Neither we nor our partners will use your tracks to train AI models.',
    'Nothing in these terms means that we may use your tracks to train AI models.',
    'We will not store, copy and use your recordings to train AI models.',
    'We do not sell your tracks or use your tracks to train AI.',
    ['We never use your tracks to:', '- train AI models.'],
    ['What we do not do:', '- Train AI on your uploads.'],
    ['We do not:', '- train our AI models on your uploads.'],
    ['Larkspur will never use your recordings to:', '- train AI;'],
  ],
  fr: [
    'Nous n’utilisons pas vos morceaux pour entraîner une IA.',
    'Aucun de vos morceaux n’est utilisé pour entraîner une IA.',
    ['Nous n’utilisons jamais vos morceaux pour :', '- entraîner des modèles d’IA ;'],
    ['Ce que nous ne faisons pas :', '- entraîner notre IA avec vos morceaux ;'],
  ],
  de: [
    'Keinesfalls verwenden wir Ihre Titel, um KI zu trainieren.',
    'Wir verkaufen keine Daten und verwenden Ihre Titel nicht, um KI zu trainieren.',
    ['Wir verwenden Ihre Titel niemals, um:', '- KI-Modelle zu trainieren;'],
    ['Was wir nicht tun:', '- unsere KI mit Ihren Aufnahmen trainieren;'],
  ],
  es: [
    'No vendemos ni usamos tus temas para entrenar modelos de IA.',
    'Ninguno de tus temas puede utilizarse para entrenar modelos de IA.',
    ['Nunca usamos tus temas para:', '- entrenar modelos de IA;'],
    ['Lo que no hacemos:', '- entrenar nuestra IA con tus canciones;'],
  ],
  it: [
    'Nessuno dei tuoi brani può essere usato per addestrare modelli di IA.',
    ['Non usiamo mai i tuoi brani per:', '- addestrare modelli di IA;'],
    ['Cosa non facciamo:', '- addestrare la nostra IA con i tuoi brani;'],
  ],
  pt: [
    'Nenhuma das suas faixas pode ser usada para treinar modelos de IA.',
    ['Nunca usamos as suas faixas para:', '- treinar modelos de IA;'],
    ['O que não fazemos:', '- treinar a nossa IA com as suas músicas;'],
  ],
};

/** Others are forbidden it. */
const BANS: readonly [lead: string, item: string][] = [
  ['You may not:', '- train AI models on our catalogue.'],
  ['Members must not:', '- train AI models on the uploads of others.'],
  ['We prohibit:', '- using the catalogue to train AI.'],
  ['We do not allow:', '- training AI on our catalogue.'],
];

/** A right, a ban or a duty that is denied is the opposite of one. */
const DENIED: Readonly<Record<string, InLanguages<string>>> = {
  'training, and nobody is asked': {
    en: [
      'You cannot opt out of AI training on your tracks.',
      'You can no longer opt out of AI training on your content.',
      'There is no way to opt out of our use of your tracks to train AI models.',
      'We do not need your consent to train AI models on your uploads.',
      'The AI training opt-out does not apply to your tracks.',
    ],
    fr: [
      'Vous ne pouvez pas vous opposer à l’utilisation de vos morceaux pour entraîner une IA.',
      'Nous n’avons pas besoin de votre accord pour entraîner une IA avec vos morceaux.',
    ],
    de: [
      'Sie können der Nutzung Ihrer Titel zum Training von KI nicht widersprechen.',
      'Wir benötigen keine Einwilligung, um mit Ihren Titeln KI-Modelle zu trainieren.',
    ],
    es: [
      'No puedes oponerte al uso de tus canciones para entrenar modelos de IA.',
      'No necesitamos tu permiso para entrenar modelos de IA con tus canciones.',
    ],
    it: [
      'Non puoi opporti all’uso dei tuoi brani per addestrare modelli di IA.',
      'Non abbiamo bisogno del tuo consenso per addestrare modelli di IA con i tuoi brani.',
    ],
    pt: [
      'Não pode opor-se ao uso das suas faixas para treinar modelos de IA.',
      'Não precisamos da sua autorização para treinar modelos de IA com as suas faixas.',
    ],
  },
  'AI-made content need not be labelled': {
    en: ['You do not have to label AI-generated songs.', 'You may upload AI-generated songs without a label.'],
    fr: ['Il n’est pas obligatoire d’indiquer les morceaux générés par IA.'],
    de: [
      'Sie müssen mit KI erstellte Titel nicht kennzeichnen.',
      'KI-generierte Titel zu kennzeichnen ist freiwillig.',
    ],
    es: ['No es necesario etiquetar las canciones generadas con IA.'],
    it: ['Non è necessario etichettare i brani generati con l’IA.'],
    pt: ['Não é necessário rotular as faixas geradas por IA.'],
  },
  'AI-made content is allowed': {
    en: ['AI-generated songs are no longer prohibited.', 'AI-generated songs are not banned here.'],
    fr: ['La musique générée par IA n’est pas interdite.'],
    de: ['KI-generierte Musik ist nicht mehr verboten.'],
    es: ['La música generada con IA no está prohibida.'],
    it: ['La musica generata con l’IA non è vietata.'],
    pt: ['A música gerada por IA não é proibida.'],
  },
  'others may train on or mine the platform': {
    en: [
      'You may use the catalogue to train AI models.',
      'Visitors are free to crawl the archive to train language models.',
      'We no longer forbid scraping for the training of AI models.',
    ],
    fr: ['Vous pouvez utiliser notre catalogue pour entraîner des modèles d’IA.'],
    de: ['Sie dürfen unseren Katalog zum Training von KI-Modellen verwenden.'],
    es: ['Puedes usar nuestro catálogo para entrenar modelos de IA.'],
    it: ['Puoi usare il nostro catalogo per addestrare modelli di IA.'],
    pt: ['Pode usar o nosso catálogo para treinar modelos de IA.'],
  },
};

describe('somebody trains, whatever is denied before it:', () => {
  for (const [language, texts] of Object.entries(TRAINS)) {
    for (const text of texts) it(text, () => assert.equal(positionIn(text, language), 'permitted'));
  }
});

describe('the denial reaches as far as the training:', () => {
  for (const [language, rows] of Object.entries(DOES_NOT_TRAIN)) {
    for (const row of rows) {
      const [lead, text] = typeof row === 'string' ? ['', row] : row;
      it(`${lead} ${text}`.trim(), () => assert.equal(positionIn(text, language, lead), 'prohibited'));
    }
  }
});

/** A promise that says it may end. */
const FOR_NOW: InLanguages<string> = {
  en: ['At this time we do not train AI on your tracks.', 'We have no plans to train AI on your tracks.'],
  fr: [
    'Pour l’instant, nous n’utilisons pas vos morceaux pour entraîner une IA.',
    'Nous n’avons pas l’intention d’utiliser vos morceaux pour entraîner une IA.',
  ],
  de: [
    'Derzeit verwenden wir Ihre Titel nicht zum Training von KI.',
    'Wir haben nicht vor, KI mit Ihren Titeln zu trainieren.',
  ],
  es: [
    'Por ahora no usamos tus canciones para entrenar modelos de IA.',
    'No tenemos intención de usar tus canciones para entrenar modelos de IA.',
  ],
  it: [
    'Al momento non usiamo i tuoi brani per addestrare modelli di IA.',
    'Non intendiamo usare i tuoi brani per addestrare modelli di IA.',
  ],
  pt: [
    'Por enquanto não usamos as suas faixas para treinar modelos de IA.',
    'Não pretendemos usar as suas faixas para treinar modelos de IA.',
  ],
};

describe('a promise for the present only:', () => {
  for (const [language, texts] of Object.entries(FOR_NOW)) {
    for (const text of texts) {
      it(text, () => {
        const [promise] = said(text, language).filter(({ topic }) => topic === 'training');
        assert.deepEqual([promise?.says, promise?.position], ['no training for now', 'prohibited']);
      });
    }
  }
});

for (const [says, inLanguages] of Object.entries(DENIED)) {
  describe(`“${says}” is what is meant by:`, () => {
    for (const [language, texts] of Object.entries(inLanguages)) {
      for (const text of texts) {
        it(text, () => {
          assert.deepEqual(
            said(text, language)
              .filter(({ weight }) => weight === 'major')
              .map((one) => one.says),
            [says],
          );
        });
      }
    }
  });
}

it('whoever cannot opt out by themselves is forbidden nothing', () => {
  const text = 'If you cannot opt out by yourself, write to us, and we will not use your tracks to train AI.';
  assert.ok(!said(text, 'en').some(({ topic }) => topic === 'scraping'));
});

describe('a list of what others may not do is no promise:', () => {
  for (const [lead, text] of BANS) {
    it(`${lead} ${text}`, () => {
      assert.deepEqual(
        said(text, 'en', lead).map(({ says }) => says),
        ['others may not train on or mine the platform'],
      );
    });
  }
});

function said(text: string, language: string, lead = '') {
  const clause = { text, section: [], lead, key: sayKey(text) };
  const features = readFeatures(clause, patternsFor(language as Language));
  return features === undefined ? [] : statementsOf(features);
}

function positionIn(text: string, language: string, lead = '') {
  return said(text, language, lead).find(({ topic }) => topic === 'training')?.position;
}
