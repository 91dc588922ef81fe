import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { factsOf } from '../../../src/core/news/facts.ts';
import { LABEL_RULES } from '../../../src/core/news/label-rules.ts';
import { readNewsItem } from '../../../src/core/news/relevance.ts';
import type { NewsItem } from '../../../src/domain.ts';
import { cpuSeconds } from '../../helpers/cpu-time.ts';
import { newsItem, PLATFORMS } from './platforms.ts';

type Row = [act: string, label: string, title: string, summary?: string, overrides?: Partial<NewsItem>];

const de = { language: 'de' };
const fr = { language: 'fr' };
const es = { language: 'es' };
const it = { language: 'it' };
const pt = { language: 'pt' };
const ja = { language: 'ja' };
const official = { official: true, platform: 'deezer', outlet: 'Deezer Newsroom' };

const ROWS: Row[] = [
  ['not about AI', 'ignore', 'Spotify raises its family plan by two euros'],
  ['not about AI', 'ignore', "J'ai vu le concert de la fanfare", '', fr],
  ['not about AI', 'ignore', 'ECCO DOVE SUONANO AI GIARDINI', 'Programma dei concerti.', it],
  ['not about AI', 'ignore', 'Flight AI302 lands early', 'The band on board played.'],
  ['not about AI', 'ignore', 'Night trains and musicians: training the ear on rails'],
  ['AI without music', 'ignore', 'Clinic trains AI to read X-rays'],
  ['AI without music', 'ignore', 'Instagram uses AI to guess the age of users'],
  ["another trade's AI", 'ignore', 'Novelists sue maker of AI chatbot over books', 'One of them also writes songs.'],
  ["a platform's business", 'ignore', 'Spotify says AI writes its code', 'Layoffs are not planned.'],

  ['not about AI', 'ignore', 'Klarinettenmuseum zeigt Sammlung', '', de],
  [
    'AI without music',
    'ignore',
    'Startup shows AI that hears engine faults in audio',
    'Its copyright lawyers are hiring.',
  ],

  [
    'law',
    'alert',
    'Denmark’s law on AI voice clones takes effect: what it means for singers',
    'Songs that imitate them can be taken down.',
  ],
  ['opinion', 'digest', 'Op-ed: Bandcamp is right to ban AI music'],
  ['opinion', 'digest', 'Warum das KI-Verbot von Bandcamp gut ist', '', de],
  ['a question', 'digest', 'Can a Deezer listener tell AI songs from ours?'],
  ['opinion', 'digest', 'A cellist on AI and touring', 'In this interview she speaks of bow hair and robots.'],
  ['funding', 'digest', 'Udio raises 60 million for its song generator'],

  ['opinion', 'digest', 'Five things about the new contract of Udio and a label'],
  ['a question', 'digest', 'Machines that sing: who owns the song?'],
  ['settlement', 'alert', 'Udio and a major settle, with a licence for its songs'],
  ['settlement', 'alert', 'Un label et Udio règlent leur litige', 'Un accord de licence suit.', fr],
  ['settlement', 'alert', 'Suno und Plattenfirma legen Klage bei', '', de],
  [
    'a position taken in court',
    'alert',
    'YouTube argues that its terms allow AI training',
    'The lawsuit was brought by songwriters.',
  ],
  ['works taken, as papers show', 'alert', 'Leaked source code of Udio lists scraped songs'],
  ['works taken, as papers show', 'alert', 'Suno、流出文書で楽曲の無断収集が判明', '', ja],
  ['works taken, as papers show', 'alert', 'Un codigo fuente filtrado muestra rastreo de canciones en Suno', '', es],
  ['works taken, as papers show', 'alert', 'Suno vacuumed a whole archive of folk songs'],
  ['a crime', 'digest', 'Man pleads guilty to streaming fraud with AI songs'],
  ['a step in a case', 'digest', 'Suno case: hearing postponed to autumn', 'The court wants more time.'],
  ['a step in a case', 'digest', 'Udio : le tribunal reporte son audience', '', fr],
  ['a step in a case', 'digest', 'Publishers file amended lawsuit against Udio'],
  ['a step in a case', 'digest', 'Udio : les éditeurs ont déposé une plainte modifiée', '', fr],
  ['ruling', 'alert', 'Court rules that AI firm copied song lyrics'],
  ['ruling', 'alert', 'Tribunal condena a Suno por copiar canciones', '', es],
  ['lawsuit filed', 'alert', 'Composers sue Suno', 'They went to court in Oslo.'],
  ['lawsuit filed', 'alert', 'Erste Klage gegen Suno in Norwegen', 'Ein Chor hat sie eingereicht.', de],
  ['lawsuit filed', 'alert', 'Selos entram com processo contra a Udio', '', pt],
  ['lawsuit filed', 'alert', 'La SIAE fa causa a Udio', '', it],
  ['lawsuit filed', 'alert', 'Folk singers accuse Suno of stealing songs', 'They went to a court in Oslo.'],
  ['lawsuit filed', 'alert', 'Sellos acusan a Udio de robar canciones', 'El tribunal tiene la demanda.', es],
  ['a case goes on', 'digest', 'Songwriters sue a maker of AI chatbots'],
  ['a case goes on', 'digest', "Inside the lawsuit over Udio's songs"],

  ['proposed law', 'digest', 'Senate bill would protect singers from AI', 'It was reintroduced on Monday.'],
  ['statistics', 'digest', 'Deezer now gets 90,000 AI songs a day'],
  ['statistics', 'digest', 'Umfrage: Viele hören KI-Songs, ohne es zu merken', '', de],
  ['statistics', 'digest', 'Deezer verschlagwortet: Flut von KI-Songs', '', de],
  ['statistics', 'digest', 'Deezer étiquette 12 millions de titres créés par IA', '', fr],
  ['principles', 'alert', 'SoundCloud publishes a charter for AI music'],
  ['principles', 'alert', 'Deezer traccia le sue linee rosse per la musica fatta con AI', '', it],
  ['terms discovered', 'alert', 'Users discover AI training clause in Pond5 terms'],
  ['terms discovered', 'alert', "SoundCloud a discrètement ajouté l'entraînement d'IA à ses conditions", '', fr],
  ['terms', 'alert', 'New TuneCore terms cover AI training'],
  ['statement', 'alert', 'SoundCloud denies training AI on uploads'],
  ['statement', 'alert', 'SoundCloud promete pedir licença antes de treinar IA', '', pt],
  ['statement', 'alert', 'SoundCloud boss promises opt-in before any AI training'],
  ['statement', 'alert', 'Deezer、楽曲をAI学習に利用していないと否定', '', ja],
  ['statement', 'alert', 'Nach Kritik an KI-Training: SoundCloud bezieht Stellung', '', de],
  ['statement', 'alert', 'SoundCloud respinge le accuse: nessun uso dei brani per l’AI', '', it],
  ['terms', 'alert', 'SoundCloud : les clauses d’IA qui fâchent', '', fr],
  ['protest', 'digest', 'Bands boycott Spotify over AI music'],
  ['anecdote', 'digest', 'AI song tops the charts', 'Nobody knows the singer.'],
  ['a demand', 'digest', 'Artists to Deezer: hear us on AI', 'Experts call for clear marks.'],
  ['a demand', 'digest', 'Publisher requests removal of 900 voice clones from streaming services'],
  ['a demand', 'digest', 'Labels propose a seal for machine-made songs on streaming platforms'],
  ['a demand', 'digest', 'レーベル団体、ストリーミングサービスにAI生成楽曲の表示を提案', '', ja],
  ['a rule for charts', 'digest', 'AI song that led on Spotify is banned from national chart'],
  ['a rule for charts', 'digest', 'KI-Song von Spotify aus den Charts ausgeschlossen', '', de],
  ['a single case', 'digest', 'AI songs turn up on the pages of dead singers', 'A streaming service has not answered.'],
  ['a single case', 'digest', 'Canciones hechas por IA en el perfil de un cantante fallecido', '', es],
  ['a generator binds its users', 'alert', 'Udio will watermark every song'],
  ['a generator binds its users', 'alert', 'Suno limite les téléchargements à dix par mois', '', fr],
  ['machine-made music marked', 'alert', 'Deezer puts a label on AI songs'],
  ['machine-made music marked', 'alert', 'Deezer épingle les morceaux créés par IA', '', fr],
  ['machine-made music marked', 'alert', 'Deezer、AI生成楽曲にバッジを表示', '', ja],
  ['machine-made music taken out', 'alert', 'Spotify purges AI songs of a bot ring'],
  ['machine-made music taken out', 'alert', 'Deezer borra miles de canciones hechas por IA', '', es],
  ['machine-made music kept out', 'alert', 'Radio network says it will never play AI music'],
  ['machine-made music kept out', 'alert', 'Bandcamp bans songs made by machines'],
  ['machine-made music kept out', 'alert', 'Deezer verbannt KI-Musik', '', de],
  ['machine-made music kept out', 'alert', 'Deezer interdit la musique générée par IA', '', fr],
  ['machine-made music kept out', 'alert', 'Deezer rechaza canciones generadas por IA', '', es],
  ['machine-made music kept out', 'alert', "Deezer vieta i brani creati con l'IA", '', it],
  ['machine-made music kept out', 'alert', 'Deezer proíbe faixas feitas por IA', '', pt],
  ['machine-made music kept out', 'alert', 'Deezer、AI生成楽曲を禁止', '', ja],
  ['machine-made music kept out', 'alert', 'A small distributor no longer accepts AI songs'],
  ['machine-made music not paid', 'alert', 'Spotify pays no royalties for AI songs any more'],
  ['machine-made music not paid', 'alert', 'Kein Geld für KI-Songs bei Deezer', '', de],
  ['machine-made music marked', 'alert', 'YouTube: creators must disclose AI vocals in songs'],
  ['machine-made music marked', 'alert', 'A note on AI music', 'Songs get a badge from today.', official],
  [
    'terms',
    'alert',
    'What artists should know about AI at TuneCore this spring',
    'The updated contract covers training.',
    official,
  ],
  ['choice', 'alert', 'A new toggle at YouTube', 'Creators choose whether outside models may train on videos.'],
  ['deal', 'alert', 'Udio signs licensing deal with indie labels'],
  ['deal', 'alert', 'GEMA und KI-Firma schließen Vertrag', 'Es geht um Songs.', de],
  ['deal', 'alert', 'Stability AI opens the door to a label catalogue', 'Songs may be used.'],
  ['a deal beside', 'digest', 'Label partners with AI start-up on album covers for its artists'],
  ['a deal beside', 'digest', 'YouTube in talks with labels about AI deals'],
  ['a deal beside', 'digest', 'YouTube verhandelt mit Labels über KI-Lizenzen', '', de],
  ['a deal beside', 'digest', 'Deezer and GEMA strike deal to detect AI songs'],
  ['mention', 'digest', 'Warner boss explains AI plan days after Udio deal'],
  ['position', 'alert', 'SoundCloud, AI training and your tracks'],

  [
    'no exception to copyright',
    'alert',
    'Minister rejects exemption for AI training on songs',
    'The government had weighed it.',
  ],
  ['proposed law', 'digest', 'Musicians and machines', 'A government plan for AI was sent to parliament.'],
  ['law', 'alert', 'Voice rights of singers now law', 'Parliament wanted limits for AI.'],
  ['regulation', 'digest', 'Ministers meet musicians about AI'],
  ['a case goes on', 'digest', 'A year of songs from Udio', 'Its lawsuit goes on.'],
  ['feature', 'digest', 'Deezer launches AI playlist assistant'],
  ['mention', 'digest', 'A choir and an AI'],
];

describe('what happened, and whether it pings', () => {
  for (const [act, label, title, summary, overrides] of ROWS) {
    test(`${act}: ${title}`, () => {
      const reading = readNewsItem(newsItem(title, summary, overrides), PLATFORMS);
      assert.equal(`${reading.label} ${reading.reason}`.split(':')[0], `${label} ${act}`, reading.reason);
    });
  }

  test('each rule has its row', () => {
    const items = ROWS.map(([, , title, summary, overrides]) => newsItem(title, summary, overrides));
    const spoke = items.map((item) => LABEL_RULES.findIndex(({ when }) => when(factsOf(item, PLATFORMS))));
    assert.deepEqual(
      LABEL_RULES.filter((_, i) => !spoke.includes(i)).map(({ act, when }) => `${act} ${when}`),
      [],
    );
  });
});

describe('the reading', () => {
  test('gives the words that caused it', () => {
    const { reason } = readNewsItem(newsItem('Bandcamp bans songs made by machines'), PLATFORMS);
    assert.equal(reason, 'machine-made music kept out: “Bandcamp”, “bans”');
  });
  test('names topics in the order of their list', () => {
    const { topics } = readNewsItem(newsItem('Tidal pays no royalties for AI songs with cloned voices'), PLATFORMS);
    assert.deepEqual(topics, ['ai-content', 'likeness', 'pay']);
  });
  test('names no topics of what is ignored', () => {
    assert.deepEqual(readNewsItem(newsItem('Clinic trains AI to read X-rays'), PLATFORMS).topics, []);
  });
  test('reads every language where the item does not say its own', () => {
    const item = newsItem('Deezer verbannt KI-Musik', '', { language: 'und' });
    assert.equal(readNewsItem(item, PLATFORMS).label, 'alert');
  });
  test('is the same twice', () => {
    const item = newsItem('Bandcamp bans songs made by machines');
    assert.deepEqual(readNewsItem(item, PLATFORMS), readNewsItem(item, PLATFORMS));
  });
  test('of an empty item is to ignore it', () => {
    assert.equal(readNewsItem(newsItem(''), PLATFORMS).label, 'ignore');
  });
  test('of a huge item takes no longer than of a long one', () => {
    const taken = cpuSeconds();
    for (const seed of ['Spotify AI ban ', 'no ', 'train it to ', '<b>', '&amp;', 'AI', '曲', '\u0000']) {
      readNewsItem(newsItem(seed.repeat(100_000), seed.repeat(100_000), { language: 'und' }), PLATFORMS);
    }
    assert.ok(taken() < 3);
  });
});
