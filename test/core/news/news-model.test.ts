import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createNewsAnalyser } from '../../../src/core/news/news-analysis.ts';
import type { NewsItem } from '../../../src/domain/news.ts';
import { sharedNewsModel } from '../../helpers/news.ts';
import { newsItem, PLATFORMS } from './news-fixtures.ts';

const analyse = createNewsAnalyser(PLATFORMS);
const classify = (item: NewsItem) => sharedNewsModel().classify(analyse(item));

type Row = [label: string, title: string, summary?: string, overrides?: Partial<NewsItem>];

const official = { official: true, platform: 'deezer', outlet: 'Deezer Newsroom' };

/** Labels that must hold with any weights. */
const ROWS: Row[] = [
  ['ignore', 'Spotify raises its family plan by two euros'],
  ['ignore', "J'ai vu le concert de la fanfare", '', { language: 'fr' }],
  ['ignore', 'ECCO DOVE SUONANO AI GIARDINI', 'Programma dei concerti.', { language: 'it' }],
  ['ignore', 'Flight AI302 lands early', 'The band on board played.'],
  ['ignore', 'Night trains and musicians: training the ear on rails'],
  ['ignore', 'Clinic trains AI to read X-rays'],
  ['ignore', 'Instagram uses AI to guess the age of users'],
  ['ignore', 'Novelists sue maker of AI chatbot over books', 'One of them also writes songs.'],
  ['ignore', 'Spotify says AI writes its code', 'Layoffs are not planned.'],
  ['ignore', 'Klarinettenmuseum zeigt Sammlung', '', { language: 'de' }],
  [
    'alert',
    'Denmark’s law on AI voice clones takes effect: what it means for singers',
    'Songs that imitate them can be taken down.',
  ],
  ['digest', 'Op-ed: Bandcamp is right to ban AI music'],
  ['digest', 'Warum das KI-Verbot von Bandcamp gut ist', '', { language: 'de' }],
  ['digest', 'Can a Deezer listener tell AI songs from ours?'],
  ['digest', 'A cellist on AI and touring', 'In this interview she speaks of bow hair and robots.'],
  ['digest', 'Udio raises 60 million for its song generator'],
  ['digest', 'Five things about the new contract of Udio and a label'],
  ['digest', 'Machines that sing: who owns the song?'],
  ['alert', 'Udio and a major settle, with a licence for its songs'],
  ['alert', 'Un label et Udio règlent leur litige', 'Un accord de licence suit.', { language: 'fr' }],
  ['alert', 'Suno und Plattenfirma legen Klage bei', '', { language: 'de' }],
  ['alert', 'YouTube argues that its terms allow AI training', 'The lawsuit was brought by songwriters.'],
  ['alert', 'Leaked source code of Udio lists scraped songs'],
  ['alert', 'Suno、流出文書で楽曲の無断収集が判明', '', { language: 'ja' }],
  ['alert', 'Un codigo fuente filtrado muestra rastreo de canciones en Suno', '', { language: 'es' }],
  ['alert', 'Suno vacuumed a whole archive of folk songs'],
  ['digest', 'Man pleads guilty to streaming fraud with AI songs'],
  ['digest', 'Suno case: hearing postponed to autumn', 'The court wants more time.'],
  ['digest', 'Udio : le tribunal reporte son audience', '', { language: 'fr' }],
  ['digest', 'Publishers file amended lawsuit against Udio'],
  ['digest', 'Udio : les éditeurs ont déposé une plainte modifiée', '', { language: 'fr' }],
  ['alert', 'Court rules that AI firm copied song lyrics'],
  ['alert', 'Tribunal condena a Suno por copiar canciones', '', { language: 'es' }],
  ['alert', 'Composers sue Suno', 'They went to court in Oslo.'],
  ['alert', 'Erste Klage gegen Suno in Norwegen', 'Ein Chor hat sie eingereicht.', { language: 'de' }],
  ['alert', 'Selos entram com processo contra a Udio', '', { language: 'pt' }],
  ['alert', 'La SIAE fa causa a Udio', '', { language: 'it' }],
  ['alert', 'Folk singers accuse Suno of stealing songs', 'They went to a court in Oslo.'],
  ['alert', 'Sellos acusan a Udio de robar canciones', 'El tribunal tiene la demanda.', { language: 'es' }],
  ['digest', 'Songwriters sue a maker of AI chatbots'],
  ['digest', "Inside the lawsuit over Udio's songs"],
  ['digest', 'Senate bill would protect singers from AI', 'It was reintroduced on Monday.'],
  ['digest', 'Deezer now gets 90,000 AI songs a day'],
  ['digest', 'Umfrage: Viele hören KI-Songs, ohne es zu merken', '', { language: 'de' }],
  ['digest', 'Deezer verschlagwortet: Flut von KI-Songs', '', { language: 'de' }],
  ['digest', 'Deezer étiquette 12 millions de titres créés par IA', '', { language: 'fr' }],
  ['alert', 'SoundCloud publishes a charter for AI music'],
  ['alert', 'Deezer traccia le sue linee rosse per la musica fatta con AI', '', { language: 'it' }],
  ['alert', 'Users discover AI training clause in Pond5 terms'],
  ['alert', "SoundCloud a discrètement ajouté l'entraînement d'IA à ses conditions", '', { language: 'fr' }],
  ['alert', 'New TuneCore terms cover AI training'],
  ['alert', 'SoundCloud denies training AI on uploads'],
  ['alert', 'SoundCloud promete pedir licença antes de treinar IA', '', { language: 'pt' }],
  ['alert', 'SoundCloud boss promises opt-in before any AI training'],
  ['alert', 'Deezer、楽曲をAI学習に利用していないと否定', '', { language: 'ja' }],
  ['alert', 'Nach Kritik an KI-Training: SoundCloud bezieht Stellung', '', { language: 'de' }],
  ['alert', 'SoundCloud respinge le accuse: nessun uso dei brani per l’AI', '', { language: 'it' }],
  ['alert', 'SoundCloud : les clauses d’IA qui fâchent', '', { language: 'fr' }],
  ['digest', 'Bands boycott Spotify over AI music'],
  ['digest', 'AI song tops the charts', 'Nobody knows the singer.'],
  ['digest', 'Artists to Deezer: hear us on AI', 'Experts call for clear marks.'],
  ['digest', 'Publisher requests removal of 900 voice clones from streaming services'],
  ['digest', 'Labels propose a seal for machine-made songs on streaming platforms'],
  ['digest', 'レーベル団体、ストリーミングサービスにAI生成楽曲の表示を提案', '', { language: 'ja' }],
  ['digest', 'AI song that led on Spotify is banned from national chart'],
  ['digest', 'KI-Song von Spotify aus den Charts ausgeschlossen', '', { language: 'de' }],
  ['digest', 'AI songs turn up on the pages of dead singers', 'A streaming service has not answered.'],
  ['digest', 'Canciones hechas por IA en el perfil de un cantante fallecido', '', { language: 'es' }],
  ['alert', 'Udio will watermark every song'],
  ['alert', 'Deezer puts a label on AI songs'],
  ['alert', 'Deezer épingle les morceaux créés par IA', '', { language: 'fr' }],
  ['alert', 'Deezer、AI生成楽曲にバッジを表示', '', { language: 'ja' }],
  ['alert', 'Spotify purges AI songs of a bot ring'],
  ['alert', 'Deezer borra miles de canciones hechas por IA', '', { language: 'es' }],
  ['alert', 'Radio network says it will never play AI music'],
  ['alert', 'Bandcamp bans songs made by machines'],
  ['alert', 'Deezer verbannt KI-Musik', '', { language: 'de' }],
  ['alert', 'Deezer interdit la musique générée par IA', '', { language: 'fr' }],
  ['alert', 'Deezer rechaza canciones generadas por IA', '', { language: 'es' }],
  ['alert', "Deezer vieta i brani creati con l'IA", '', { language: 'it' }],
  ['alert', 'Deezer proíbe faixas feitas por IA', '', { language: 'pt' }],
  ['alert', 'Deezer、AI生成楽曲を禁止', '', { language: 'ja' }],
  ['alert', 'A small distributor no longer accepts AI songs'],
  ['alert', 'Spotify pays no royalties for AI songs any more'],
  ['alert', 'Kein Geld für KI-Songs bei Deezer', '', { language: 'de' }],
  ['alert', 'YouTube: creators must disclose AI vocals in songs'],
  ['alert', 'A note on AI music', 'Songs get a badge from today.', official],
  [
    'alert',
    'What artists should know about AI at TuneCore this spring',
    'The updated contract covers training.',
    official,
  ],
  ['alert', 'A new toggle at YouTube', 'Creators choose whether outside models may train on videos.'],
  ['alert', 'Udio signs licensing deal with indie labels'],
  ['alert', 'GEMA und KI-Firma schließen Vertrag', 'Es geht um Songs.', { language: 'de' }],
  ['digest', 'Label partners with AI start-up on album covers for its artists'],
  ['digest', 'YouTube in talks with labels about AI deals'],
  ['digest', 'YouTube verhandelt mit Labels über KI-Lizenzen', '', { language: 'de' }],
  ['digest', 'Deezer and GEMA strike deal to detect AI songs'],
  ['digest', 'Warner boss explains AI plan days after Udio deal'],
  ['alert', 'SoundCloud, AI training and your tracks'],
  ['alert', 'Minister rejects exemption for AI training on songs', 'The government had weighed it.'],
  ['digest', 'Musicians and machines', 'A government plan for AI was sent to parliament.'],
  ['alert', 'Voice rights of singers now law', 'Parliament wanted limits for AI.'],
  ['digest', 'Ministers meet musicians about AI'],
  ['digest', 'A year of songs from Udio', 'Its lawsuit goes on.'],
  ['digest', 'Deezer launches AI playlist assistant'],
  ['digest', 'A choir and an AI'],
  ['ignore', 'Startup shows AI that hears engine faults in audio', 'Its copyright lawyers are hiring.'],
  ['alert', 'Suno limite les téléchargements à dix par mois', '', { language: 'fr' }],
  ['alert', 'Stability AI opens the door to a label catalogue', 'Songs may be used.'],
];

describe('the label of', () => {
  for (const [label, title, summary, overrides] of ROWS) {
    test(`${label}: ${title}`, () => {
      const classification = classify(newsItem(title, summary, overrides));
      assert.equal(classification.label, label, classification.reason);
    });
  }
});

describe('a classification', () => {
  test('names the words that contributed most', () => {
    const { reason } = classify(newsItem('Bandcamp bans songs made by machines'));
    assert.match(reason, /^“bans”, /);
    assert.equal(reason.split(', ').length, 4);
  });
  test('has topics in the order of their list', () => {
    const { topics } = classify(newsItem('Tidal pays no royalties for AI songs with cloned voices'));
    assert.deepEqual(topics, ['ai-content', 'likeness', 'pay']);
  });
  test('has a kind', () => {
    assert.equal(classify(newsItem('Composers sue Suno over songs', 'They went to court in Oslo.')).kind, 'lawsuit');
    assert.equal(classify(newsItem('Udio signs a licensing deal with Warner Music')).kind, 'deal');
  });
  test('has no topics where the item is ignored', () => {
    assert.deepEqual(classify(newsItem('Clinic trains AI to read X-rays')).topics, []);
  });
  test('considers every language where the item has none', () => {
    const item = newsItem('Deezer löscht KI-Songs und schließt Konten', '', { language: 'und' });
    assert.equal(classify(item).label, 'alert');
  });
  test('is reproducible', () => {
    const item = newsItem('Bandcamp bans songs made by machines');
    assert.deepEqual(classify(item), classify(item));
  });
  test('ignores an empty item', () => assert.equal(classify(newsItem('')).label, 'ignore'));
  test('of a huge item is one of the labels', () => {
    for (const seed of ['Spotify AI ban ', 'no ', 'train it to ', '<b>', '&amp;', 'AI', '曲', '\u0000']) {
      const { label } = classify(newsItem(seed.repeat(10_000), seed.repeat(10_000), { language: 'und' }));
      assert.ok(['alert', 'digest', 'ignore'].includes(label), label);
    }
  });
});
