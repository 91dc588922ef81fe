/** Conditions that an edit puts to a clause or takes from it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingClauses } from '../../helpers/clauses.ts';

const { readChange } = readingClauses();

const AROUND = [
  '# Terms\n\nThese terms apply to everybody who opens an account with Larkspur Audio.\n\n## AI\n\n',
  '\n\n## Payments\n\nWe pay royalties every month once they reach twenty euros.\n',
];
const around = (clause: string) => AROUND.join(clause);

const PROMISE = 'We do not use your uploads to train AI models.';
const PERMISSION = 'We may use your uploads to train AI models.';

describe('a condition that is put to a clause is news:', () => {
  const rows: [before: string, after: string, direction: string][] = [
    [PROMISE, 'We do not use your uploads to train AI models, except on the free plan.', 'worse'],
    [PROMISE, 'If you live in the European Union, we do not use your uploads to train AI models.', 'worse'],
    [PROMISE, 'Until 30 June 2027, we do not use your uploads to train AI models.', 'worse'],
    [PROMISE, 'We do not use your uploads to train AI models for as long as you pay us.', 'worse'],
    [
      PROMISE,
      'We do not use your uploads to train AI models in the countries that are named in the second annex.',
      'worse',
    ],
    [PERMISSION, 'We may use your uploads to train AI models, but not on paid plans.', 'better'],
    [PERMISSION, 'We may use your uploads to train AI models only on the free plan.', 'better'],
    [
      PERMISSION,
      'We may use your uploads to train AI models where you have joined our open research programme on the settings page.',
      'better',
    ],
    [
      'We do not let others train AI models on your uploads.',
      'Except for our sister companies, we do not let others train AI models on your uploads.',
      'worse',
    ],
    [
      'You can opt out of AI training on your uploads in your settings.',
      'You can opt out of AI training on your uploads in your settings within 30 days of joining.',
      'worse',
    ],
    [
      'We use your uploads to train AI models. You can opt out in your settings.',
      'We use your uploads to train AI models. If you live in Norway, you can opt out in your settings.',
      'worse',
    ],
    [
      'We train AI models on your uploads unless you opt out.',
      'We train AI models on your uploads, except those of children, unless you opt out.',
      'better',
    ],
  ];
  const TAKEN = { better: 'worse', worse: 'better' } as Record<string, string>;
  for (const [before, after, direction] of rows) {
    it(`${direction}: ${after}`, () => {
      const { reading } = readChange(around(before), around(after));
      assert.deepEqual([reading.change, reading.direction], ['major', direction], reading.reason);
    });
    it(`and ${TAKEN[direction]} when it is taken away again`, () => {
      const { reading } = readChange(around(after), around(before));
      assert.deepEqual([reading.change, reading.direction], ['major', TAKEN[direction]], reading.reason);
    });
  }
  it('mixed, where another one is taken away', () => {
    const { reading } = readChange(
      around('On paid plans only, we do not use your uploads to train AI models.'),
      around('We do not use your uploads to train AI models until 30 June 2027.'),
    );
    assert.deepEqual([reading.change, reading.direction], ['major', 'mixed'], reading.reason);
  });
});

describe('other words are no condition:', () => {
  const rows: [before: string, after: string][] = [
    [PERMISSION, 'We may, if necessary, use your uploads to train AI models.'],
    [
      'You can opt out of AI training on your uploads in your settings.',
      'If you prefer, you can opt out of AI training on your uploads in your settings.',
    ],
    [
      'You can opt out of AI training on your uploads in your settings.',
      'If you don’t want us to use what you upload, you can opt out of AI training on your uploads in your settings.',
    ],
    [
      `Our machines ${'look at the covers, '.repeat(15)}and we use your uploads to train AI models.`,
      `Our machines ${'look at the covers, '.repeat(15)}on weekdays only, and we use your uploads to train AI models.`,
    ],
    [PERMISSION, 'If you use our services, we may use your uploads to train AI models.'],
    [PERMISSION, 'We may use your uploads to train AI models, for as long as you have an account.'],
    [PERMISSION, 'Not only our staff may use your uploads to train AI models.'],
    [
      'If you are a member of the club, we may use your uploads to train AI models.',
      'From members of the club, we may use your uploads to train AI models.',
    ],
    [PERMISSION, 'Within the Larkspur app, we may use your uploads to train AI models.'],
  ];
  for (const [before, after] of rows) {
    it(after, () => {
      const { reading } = readChange(around(before), around(after));
      assert.notEqual(reading.change, 'major', reading.reason);
    });
  }
});

describe('a short condition put to a promise is told in', () => {
  const rows: [language: string, around: string, promise: string, conditions: string[]][] = [
    [
      'German',
      'Diese Bedingungen gelten für alle, die bei Larkspur ein Konto eröffnen und den Dienst nutzen.',
      'Wir nutzen deine Uploads nicht, um KI-Modelle zu trainieren',
      [
        'außer im kostenlosen Tarif',
        'sofern du in Norwegen lebst',
        'bis zum 30. Juni 2027',
        'nur in bezahlten Tarifen',
      ],
    ],
    [
      'French',
      'Ces conditions s’appliquent à toutes les personnes qui ouvrent un compte chez Larkspur.',
      'Nous n’utilisons pas vos contenus pour entraîner des modèles d’IA',
      [
        'sauf dans la formule gratuite',
        'si vous vivez en Norvège',
        'jusqu’au 30 juin 2027',
        'uniquement dans les formules payantes',
      ],
    ],
    [
      'Spanish',
      'Estas condiciones se aplican a todas las personas que abren una cuenta en Larkspur.',
      'No usamos tus contenidos para entrenar modelos de IA',
      [
        'excepto en el plan gratuito',
        'si vives en Noruega',
        'hasta el 30 de junio de 2027',
        'solo en los planes de pago',
      ],
    ],
    [
      'Italian',
      'Queste condizioni si applicano a tutte le persone che aprono un account presso Larkspur.',
      'Non usiamo i tuoi contenuti per addestrare modelli di IA',
      ['tranne nel piano gratuito', 'se vivi in Norvegia', 'fino al 30 giugno 2027', 'solo nei piani a pagamento'],
    ],
    [
      'Portuguese',
      'Estes termos aplicam-se a todas as pessoas que abrem uma conta na Larkspur.',
      'Não usamos os seus conteúdos para treinar modelos de IA',
      [
        'exceto no plano gratuito',
        'se você mora na Noruega',
        'até o dia 30 de junho de 2027',
        'apenas nos planos pagos',
      ],
    ],
  ];
  for (const [language, first, promise, conditions] of rows) {
    for (const condition of conditions) {
      it(`${language}: ${condition}`, () => {
        const [before, after] = ['', `, ${condition}`].map(
          (end) => `# Larkspur\n\n${`${first} `.repeat(5)}\n\n${promise}${end}.\n`,
        );
        const { reading } = readChange(before ?? '', after ?? '');
        assert.deepEqual([reading.change, reading.direction], ['major', 'worse'], reading.reason);
      });
    }
  }
});
