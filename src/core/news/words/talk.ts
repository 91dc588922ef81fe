/** Words of those who watch, count, argue and govern. */
import type { WordList } from '../phrases.ts';

export const OPINION: WordList = {
  en: ['opinion', 'op ed', 'oped', 'editorial', 'column', 'commentary', 'essay', 'analysis', 'podcast', 'interview*', 'conversation with', 'long conversation', 'in conversation', 'q&a', 'explainer', 'explained', 'background', 'guest post', 'viewpoint', 'deep dive', 'what .. means for', 'why every', 'why we', 'why i', 'what i learned', 'review', 'guide', 'how to', 'loophole', 'thinks', 'argues', 'author', 'round up', 'roundup', 'newsletter', 'looks back', 'takeaways', 'lessons', 'the case for', 'the case against', 'keynote', 'panel', 'warns'],
  fr: ['opinion', 'tribune', 'edito', 'editorial', 'chronique', 'analyse', 'podcast', 'entretien', 'interview*', 'decryptage', 'point de vue', 'reportage', 'enquete', 'comprendre', 'explications', 'pourquoi', 'dossier', 'billet', 'grand entretien'],
  de: ['meinung', 'kommentar', 'gastbeitrag', 'kolumne', 'analyse', 'podcast', 'interview*', 'gespräch', 'hintergrund', 'essay', 'leitartikel', 'einordnung', 'reportage', 'warum', 'erklärt', 'folgen für', 'was .. bedeutet', 'im gespräch'],
  es: ['opinion', 'tribuna', 'editorial', 'columna', 'analisis', 'podcast', 'entrevista*', 'reportaje', 'por que', 'claves', 'explicacion', 'explicamos', 'ensayo', 'charla'],
  it: ['opinione', 'editoriale', 'rubrica', 'analisi', 'podcast', 'intervist*', 'approfondimento', 'perche', 'commento', 'riflession*', 'spiegat*', 'cosa significa', 'inchiesta'],
  pt: ['opiniao', 'editorial', 'coluna', 'analise', 'podcast', 'entrevista*', 'reportagem', 'por que', 'entenda', 'explicado', 'artigo', 'ensaio', 'debate'],
  ja: ['コラム', '社説', '解説', 'インタビュー', '考察', '論考', '対談', 'オピニオン', 'ポッドキャスト', '寄稿', 'まとめ'],
};

export const STATISTICS: WordList = {
  en: ['survey*', 'poll', 'study', 'per cent', 'percent', 'statistic*', 'report finds', 'researchers', 'data shows', 'figures', 'blind test', 'forecast*', 'every day', 'a day', 'per day', 'daily', 'doubled', 'tripled', 'share of', 'one in', 'most listeners', 'uploads a day', 'ipsos', 'respondents', 'year in review', 'half of', 'a third of'],
  fr: ['etude', 'sondage', 'enquete', 'pour cent', 'chiffres', 'statistique*', 'par jour', 'chaque jour', 'barometre', 'test a l aveugle', 'quotidien*', 'des auditeurs', 'interroge*', 'selon une etude'],
  de: ['umfrage', 'studie', 'prozent', 'befragt*', 'befragung', 'statistik*', 'pro tag', 'täglich*', 'blindtest', 'nachgefragt', 'jeden tag', 'zahlen', 'fast niemand', 'jeder zweite', 'hochrechnung'],
  es: ['encuesta', 'estudio', 'por ciento', 'estadistica*', 'al dia', 'diari*', 'cada dia', 'cifras', 'encuestados', 'barometro', 'uno de cada'],
  it: ['sondaggio', 'studio', 'per cento', 'statistic*', 'al giorno', 'ogni giorno', 'indagine', 'ricerca', 'cifre', 'intervistati', 'un terzo'],
  pt: ['pesquisa', 'estudo', 'por cento', 'estatistica*', 'por dia', 'diaria*', 'numeros', 'todos os dias', 'entrevistados', 'levantamento'],
  ja: ['調査', 'アンケート', '統計', '1日', '毎日', '割合', 'パーセント', '%が', '約半数'],
};

export const PROTEST: WordList = {
  en: ['protest*', 'boycott*', 'backlash', 'outcry', 'uproar', 'petition*', 'open letter', 'quit', 'quits', 'leave', 'leaves', 'leaving', 'left the platform', 'walk out', 'furious', 'angry', 'anger', 'outrage', 'fans', 'users complain', 'criticis*', 'criticiz*', 'silent album', 'condemn*', 'call on', 'urge', 'urges', 'demand', 'artists say', 'musicians say', 'campaign*', 'fooled', 'accus*', 'slam*', 'pull their', 'pulls its', 'pulls her', 'pulls his'],
  fr: ['protest*', 'boycott*', 'colere', 'tempete', 'tolle', 'petition', 'lettre ouverte', 'quitte*', 'denonc*', 'critiqu*', 'indign*', 'polemique', 'fans', 'appell*', 'fronde', 'grogne', 'retire son catalogue'],
  de: ['protest*', 'boykott*', 'empör*', 'kritik*', 'kritisier*', 'petition', 'offener brief', 'verlass*', 'verlässt', 'shitstorm', 'wut', 'aufschrei', 'fordern', 'fordert', 'fans', 'ärger', 'appell*'],
  es: ['protesta*', 'boicot*', 'indigna*', 'polemica', 'peticion', 'carta abierta', 'abandona*', 'critica*', 'denuncia*', 'exigen', 'piden', 'fans', 'rechazo', 'enfado'],
  it: ['protest*', 'boicott*', 'polemic*', 'petizione', 'lettera aperta', 'lascia*', 'abbandon*', 'critic*', 'rivolta', 'appello', 'fan', 'chiedono', 'indign*', 'bufera'],
  pt: ['protest*', 'boicot*', 'polemica', 'peticao', 'abaixo assinado', 'carta aberta', 'abandona*', 'deixa*', 'critica*', 'denuncia*', 'exigem', 'pedem', 'fas', 'revolta'],
  ja: ['抗議', '批判', '炎上', 'ボイコット', '署名', '反発', '離脱', '非難'],
};

export const GOVERNMENT: WordList = {
  any: ['Copyright Office', 'NO FAKES', 'ELVIS Act', 'AI Act', 'TRAIN Act', 'GEMA', 'FTC', 'CMA', 'CNIL', 'USCO', 'Bundestag', 'Bundesrat', 'Congress', 'Senate', 'Parliament', 'European Commission', 'White House', 'House of Lords', 'WIPO', 'Folketing', 'Bundeskartellamt', 'DOJ'],
  en: ['law', 'laws', 'bill', 'legislat*', 'government', 'minister*', 'regulat*', 'lawmaker*', 'parliament', 'congress', 'senat*', 'commission', 'consultation', 'copyright exception', 'mining exception', 'copyright reform', 'directive', 'act', 'ministers', 'mep', 'meps', 'lords', 'president signs', 'governor', 'white paper'],
  fr: ['loi', 'lois', 'projet de loi', 'proposition de loi', 'gouvernement', 'ministre*', 'parlement*', 'senat*', 'assemblee nationale', 'depute*', 'commission europeenne', 'reglement europeen', 'directive', 'legislat*', 'consultation'],
  de: ['gesetz*', '*gesetz', 'regierung', 'minister*', 'bundestag', 'parlament*', 'eu kommission', 'kommission', 'richtlinie', 'abgeordnete', 'verordnung', 'gesetzentwurf', 'politik', 'brüssel'],
  es: ['ley', 'leyes', 'proyecto de ley', 'gobierno', 'ministr*', 'parlament*', 'senado', 'congreso', 'comision europea', 'directiva', 'reglamento', 'legislat*', 'diputados'],
  it: ['legge', 'leggi', 'disegno di legge', 'ddl', 'governo', 'ministr*', 'parlament*', 'senato', 'camera dei deputati', 'commissione europea', 'direttiva', 'regolamento ue', 'garante', 'agcom'],
  pt: ['lei', 'leis', 'projeto de lei', 'governo', 'ministr*', 'parlament*', 'senado', 'camara', 'congresso', 'comissao europeia', 'diretiva', 'regulament*', 'marco legal', 'deputados'],
  ja: ['法律', '法案', '政府', '文化庁', '国会', '規制', '省', '委員会', 'EU', '著作権法'],
};

/** What a government or regulator has done for good. */
export const ENACTED: WordList = {
  en: ['passes', 'passed', 'signs .. into law', 'signed into law', 'into law', 'becomes law', 'in force', 'takes effect', 'take effect', 'enacts', 'enacted', 'adopts', 'adopted', 'approves', 'approved', 'finalises', 'finalizes', 'now law', 'rejects', 'rules out', 'scraps', 'abandons', 'concludes'],
  fr: ['adopte', 'adoptee', 'vote', 'votee', 'promulgu*', 'entre en vigueur', 'approuve*', 'definitivement'],
  de: ['beschließt', 'beschlossen', 'verabschiedet', 'in kraft', 'tritt .. in kraft', 'gebilligt', 'gilt ab'],
  es: ['aprueba', 'aprobada', 'aprobado', 'entra en vigor', 'promulga*', 'adopta'],
  it: ['approva', 'approvata', 'approvato', 'entra in vigore', 'in vigore', 'via libera', 'e legge', 'diventa legge', 'adotta'],
  pt: ['aprova', 'aprovada', 'aprovado', 'entra em vigor', 'sancion*', 'promulga*', 'adota'],
  ja: ['成立', '施行', '可決', '採択', '承認'],
};

/** Nothing is law yet. */
export const PROPOSED: WordList = {
  en: ['bill', 'bills', 'proposal*', 'propos*', 'draft', 'hearing', 'hearings', 'consultation', 'consult*', 'weigh*', 'consider*', 'plans', 'plan', 'reintroduc*', 'debate*', 'committee', 'calls for', 'urges', 'recommend*', 'vote', 'lobby*', 'report', 'inquiry', 'testif*', 'pre publication'],
  fr: ['projet', 'proposition', 'consultation', 'envisage*', 'examin*', 'debat*', 'rapport', 'commission', 'plaide*', 'reclam*'],
  de: ['entwurf', 'vorschlag', 'vorschläge', 'plant', 'pläne', 'debatt*', 'anhörung', 'fordert', 'fordern', 'bericht', 'konsultation', 'berät', 'diskut*', 'erwägt'],
  es: ['proyecto', 'propuesta', 'propone*', 'consulta', 'estudia', 'debate', 'informe', 'piden', 'reclama*', 'borrador'],
  it: ['disegno', 'proposta', 'propone', 'consultazione', 'dibattito', 'valuta', 'bozza', 'chiedono', 'audizion*', 'rapporto'],
  pt: ['projeto', 'proposta', 'propoe', 'consulta', 'debate', 'avalia', 'relatorio', 'pedem', 'minuta', 'audiencia'],
  ja: ['案', '提案', '検討', '素案', '公聴会', '意見募集', 'パブリックコメント', '審議会', '議論'],
};

export const FUNDING: WordList = {
  en: ['raises', 'raised', 'raise $', 'funding', 'valuation', 'valued at', 'series a', 'series b', 'series c', 'series d', 'seed round', 'investment round', 'invests', 'investors', 'acquires', 'acquired', 'acquisition', 'buys', 'ipo', 'revenue of', 'annual revenue', 'venture capital'],
  fr: ['leve', 'levee de fonds', 'valoris*', 'tour de table', 'investi*', 'rachete*', 'acquisition', 'acquiert'],
  de: ['finanzierungsrunde', 'bewertung', 'bewertet', 'sammelt', 'investoren', 'übernimmt', 'übernahme', 'kauft', 'risikokapital'],
  es: ['ronda de financiacion', 'recauda', 'levanta', 'valoracion', 'valorad*', 'inversores', 'inversion', 'adquiere', 'compra'],
  it: ['raccoglie', 'round', 'finanziamento', 'valutazione', 'valutata', 'investitori', 'acquisisce', 'acquisizione', 'compra'],
  pt: ['capta', 'rodada', 'financiamento', 'avaliada', 'avaliacao', 'investidores', 'investimento', 'adquire', 'compra'],
  ja: ['資金調達', '評価額', '億ドルを調達', '買収', '出資', '投資家'],
};

/** A platform's own affairs, where AI is at most a word on the way. */
export const BUSINESS: WordList = {
  en: ['layoff*', 'lay off', 'laid off', 'jobs', 'job losses', 'job cuts', 'price', 'prices', 'price hike', 'higher bill', 'subscription price', 'breach', 'hack*', 'leak*', 'outage', 'passwords', 'earnings call', 'q1', 'q2', 'q3', 'q4', 'quarter*', 'shares', 'stock', 'joint venture', 'antitrust', 'ticketing', 'ticket*', 'merger', 'coding', 'code', 'engineers', 'developers', 'engineering', 'headquarters', 'appoint*', 'steps down', 'lossless', 'hi res', 'defence', 'defense', 'military', 'drone*', 'weapons', 'carplay', 'smart tv', 'wrapped', 'audiobook*', 'bitcoin', 'moderat*', 'age verification', 'customer service', 'ads', 'advertis*'],
  fr: ['licenciement*', 'emplois', 'prix', 'tarif*', 'abonnement*', 'fuite de donnees', 'piratage', 'panne', 'bourse', 'action', 'trimestr*', 'developpeurs', 'code', 'armement', 'defense', 'drone*', 'nomm*', 'bitcoin'],
  de: ['entlass*', 'stellenabbau', 'stellen', 'preis*', 'preiserhöhung', 'abo', 'datenleck', 'hack*', 'ausfall', 'aktie*', 'quartal*', 'entwickler', 'programmier*', 'rüstung*', 'drohne*', 'verteidigung*'],
  es: ['despid*', 'empleos', 'precio*', 'suscripcion', 'filtracion', 'hackeo', 'caida', 'acciones', 'trimestre', 'programadores', 'armas', 'defensa', 'dron*'],
  it: ['licenziament*', 'posti di lavoro', 'prezz*', 'rincar*', 'abbonament*', 'violazione', 'dati personali', 'dati di', 'guasto', 'azioni', 'trimestre', 'programmatori', 'helsing', 'armi', 'difesa', 'droni'],
  pt: ['demiss*', 'empregos', 'preco*', 'assinatura*', 'vazamento', 'hacker*', 'instabilidade', 'acoes', 'trimestre', 'programadores', 'armas', 'defesa', 'drone*'],
  ja: ['値上げ', '料金', '人員削減', 'リストラ', '流出', '決算', '株価', '障害', '軍事', '開発者'],
};

/** Somebody's single case, chart or curiosity: told about platforms, not by them. */
export const ANECDOTE: WordList = {
  en: ['chart', 'charts', 'topped', 'tops', 'hit song', 'viral', 'number one', 'no. 1', 'fake act', 'fooled', 'hoax', 'listeners', 'grammy*', 'award*', 'eurovision', 'duet'],
  fr: ['classement', 'tube', 'viral*', 'numero un', 'imposteur', 'canular', 'auditeurs', 'eurovision'],
  de: ['charts', 'hit', 'viral', 'platz eins', 'nummer eins', 'hochstapl*', 'schwindel', 'eurovision'],
  es: ['lista de exitos', 'exito', 'viral', 'numero uno', 'enganaron', 'eurovision'],
  it: ['classific*', 'hit', 'virale', 'primo posto', 'era primo', 'bufala', 'sanremo', 'eurovision'],
  pt: ['parada', 'paradas', 'sucesso', 'viral', 'primeiro lugar', 'farsa'],
  ja: ['チャート', 'ランキング', 'ヒット', '1位', '話題'],
};
