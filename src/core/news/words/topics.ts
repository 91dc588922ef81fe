/** Words by which a topic is known. A topic needs AI around it: these alone say nothing of machines. */
import type { PhraseList } from '../phrase-search.ts';

export const TRAINING: PhraseList = {
  en: `
    train, trains, trained, training, learn from, learns from, learned from, machine learning, feed .. models, feeding,
    datasets, dataset, data set*, ai models, memoris*, memoriz*, licensed models, licensed ai, data mining, ingest*,
    no ai, develop ai, fed to, train our, train its, train their, train the, learning from, teach, teaches, fodder,
    raw material, fuel, input to, develop models, build models, model development, ai labs, sell .. ai, selling .. ai,
    sold .. ai, data deal*, ai developers, machine learners, models of other, others' models, outside models,
    for ai use, used for ai, use .. for ai, learn from songs, study songs, teach a machine, teach machines, model builders, mining exception, text mining`,
  fr: `
    entrain*, apprentissage, nourrir, jeux de donnees, fouille de, memorisation, alimenter, apprendre, nourrit,
    carburant, matiere premiere, modeles d ia, alimente, entrainement, labos d ia, modeles d autres, modeles de tiers,
    au service de l ia, pour l ia, utilis* .. pour l ia, apprendre a une machine, nourrir .. modele*, exception de fouille`,
  de: `
    training*, trainier*, anlernen, füttern, datensatz, datensätze, data mining, lizenzdienst, gespeicherte*,
    lizenzieren, lernen aus, lernen lassen, futter, rohstoff, ki modelle, anzulernen, gefüttert, einspeis*,
    an KI Firmen, KI Labore, modelle anderer, modelle dritter, fremde modelle, für KI verwenden, für ki nutzen,
    für KI nutzen, KI Nutzung, KI nutzung, für KI, Nutzungsvorbehalt, Lernmaterial, zum lernen, fütter*`,
  es: `
    entren*, aprendizaje, alimentar, datos de, mineria de, aprender de, alimenta, materia prima, combustible,
    modelos de ia, adiestr*, modelos de otras, modelos ajenos, para la ia, para ia, uso de .. para ia, alimentar .. modelo*, alimentar a un generador`,
  it: `
    addestra*, allena*, apprendimento, dataset, modelli nuovi, nuovi modelli, alimenta, nutrire,
    materia prima, modelli di ia, istruire, modelli di altre, ai modelli di, modelli altrui, per l ai, per l ia, per ai,
    uso .. per l ai, dare in pasto, imparare da, nutrire .. modell*`,
  pt: `
    trein*, aprendizado, alimentar, mineracao, alimenta, materia prima, combustivel, modelos de ia,
    ensinar, modelos de outras, modelos de terceiros, para ia, para a ia, uso de .. para ia, alimentar .. modelo*, aprender com`,
  ja: `学習, 訓練, トレーニング, ライセンス取得済みの, 学ばせ, 学習用, 学習データ, モデルに読ませ, 学習利用, 教材`,
};

export const THIRD_PARTY: PhraseList = {
  en: `
    third part*, other companies, outside companies, ai firms, ai companies, partners .. train, which companies,
    outside developers, ai developers`,
  fr: `tiers, entreprises tierces, d'autres entreprises`,
  de: `dritte, dritten, drittanbieter*, andere* unternehmen, fremdfirmen, fremde* firmen, ki firmen, ki unternehmen`,
  es: `terceros, otras empresas, empresas externas, empresas de ia`,
  it: `terze parti, terzi, altre aziende, aziende esterne, aziende di ia`,
  pt: `terceiros, outras empresas, empresas externas, empresas de ia`,
  ja: `第三者, サードパーティ, 他社, 外部企業`,
};

export const SCRAPING: PhraseList = {
  en: `
    scrap*, crawl*, robots.txt, data mining, no ai tag, rip .. stream*, stream rip*, ripping, harvest*,
    downloaded .. millions, swiped, hoover*, siphon*, stream ripped, stream ripping, snatched, snatches, vacuum*`,
  fr: `aspiration, aspire*, aspirer, moissonn*, robots d indexation, balise`,
  de: `scraping, crawler*, abgegriffen, abgreifen, ausles*, gescrapt, absaugen`,
  es: `scraping, rastre*, raspado, extraccion masiva`,
  it: `scraping, crawler*, rastrell*`,
  pt: `raspagem, scraping, rastre*`,
  ja: `スクレイピング, クローラー, 無断収集, 大量収集, 収集, 無断で収集, 吸い上げ`,
};

export const AI_CONTENT: PhraseList = {
  en: `
    ai generated, ai made, ai music, ai song*, ai track*, ai artist*, ai band*, ai content, ai slop, slop, ai created,
    fully ai, machine made, machine generated, generated music, generated song*, generated track*, synthetic music,
    synthetic track*, generative ai, made with ai, made by ai, made .. with ai, ai credits, ai cover*, ai act,
    ai label*, ai uploads, created .. ai, generated .. ai, unlicensed ai, ai output, ai persona*, ai profile*,
    ai perform*, ai act*, ai singer*, ai musician*, ai creat*, ai assisted, ai versions, ai remix*, ai imitation*,
    ai fake*, ai clone*, ai knock*, ai vocal*, bot made, prompt made, no human performer, artificial vocals, synthetic vocals, fake singers, without a human, nobody sang, made by machines, made by bots`,
  fr: `
    musique* generee*, titres generes, morceaux generes, morceaux crees, generee* par, generes par, musique ia,
    titres ia, morceaux ia, faite* avec, contenus ia, copie ia, chanson* ia, zero ia, musique artificielle, groupe ia,
    100 ia, titres artificiels, morceaux artificiels, fabriques par intelligence, fabriquee* par, crees par, creee par, sans musicien, sans interprete, faites par des machines, bande son generee`,
  de: `
    KI Musik, KI Song*, KI Titel*, KI Track*, KI Stück*, KI Inhalt*, KI Band*, KI generiert*, KI Version*, KI Künstler*,
    generierte*, maschinell*, aus der maschine, KI Schwemme, KI Flut, maschinell gemacht*, von bots, ohne musiker, ohne menschen`,
  es: `
    musica .. ia, canciones .. ia, musica .. inteligencia artificial, canciones .. inteligencia artificial, hecha* con,
    generad* por, generadas, generada, musica generada, creadas con, creada con, sin interprete humano, sin musicos, hecha* por bots, voces sinteticas`,
  it: `
    musica .. ia, musica .. ai, brani .. ia, brani .. ai, canzon* .. ia, canzon* .. ai, artista .. ai, generat* con,
    generata, generati, creat* dall, creat* con, brani artificiali, musica artificiale, cantanti finti, senza musicisti, fatt* dalle macchine, voci sintetiche`,
  pt: `
    musica* .. ia, faixas .. ia, musica* .. inteligencia artificial, gerada*, geradas por, criada* com, feita* com,
    conteudo .. ia, sem musicos, feit* por robos, vozes sinteticas`,
  ja: `AI生成, AI楽曲, AI音楽, AI製, AIで作, AIが作, 生成楽曲, AIアーティスト, AIの楽曲, 生成AIの曲, 生成AIの楽曲, AIで生成, 音楽生成AI, AI作曲, 生成曲, ボット製, 自動生成曲`,
};

export const LIKENESS: PhraseList = {
  en: `
    voice clon*, cloned voice*, clones, cloning, likeness*, impersonat*, deepfake*, deep fake*, imitat*, mimic*,
    soundalike*, sound alike*, voice model*, digital replica*, replica*, replicate*, impost*, impostor*, fake drake,
    copycat*, artist consent, their voice*, your voice*, her voice, his voice, voices, name and voice, identit*,
    voice and, fake profile*, fake song*, fake act, vocal clone*, artist opt in, synthetic vocal*, ai vocal*,
    vocal imitation*, voices of, voice cloning, ai voice*, ai vocals, sound like, sounding like, fake voice*,
    look alike*, lookalike*, persona rights, faces, voice theft, voice pirac*, stolen voice*, sound exactly like, sounds just like`,
  fr: `
    clonage, clone, clones, cloner, clonee*, imit*, usurpation*, usurp*, hypertrucage*, deepfake*, la voix, leur voix,
    sa voix, voix et, imposteur*, ressemblance, image sans accord, voix clonees, clones de voix, voix d artistes,
    voix de synthese, vocaux, faux drake, sosie*`,
  de: `
    stimmklon*, klon*, geklont*, nachahm*, imitier*, imitation*, deepfake*, stimme*, identität*, identitätsdiebstahl,
    doppelgänger*, ebenbild*, hochstapl*, stimmimitation*, stimmen von, klingen wie, klingt wie, gefälschte*`,
  es: `
    clonacion, clon*, suplanta*, imita*, deepfake*, su voz, voces, voz e imagen, imitacion*, impostor*, voces clonadas,
    voz clonada, imitar, clonar`,
  it: `
    clonazione, clon*, imita*, deepfake*, voce, voci, nome voce, immagine, impostor*, sosia, voci clonate, voce clonata,
    imitare, clonare`,
  pt: `
    clonagem, clon*, imita*, deepfake*, voz, vozes, imagem, impostor*, personifica*, vozes clonadas, voz clonada,
    imitar, clonar`,
  ja: `なりすまし, 声, 肖像, ディープフェイク, クローン, 模倣, 偽アーティスト, 声の, 音声模倣, 歌声, 歌声モデル, 歌声コピー, 声の模倣`,
};

export const PAY: PhraseList = {
  onlyEn: `pays`,
  en: `
    royalt*, demonet*, monet*, payout*, pay, paid, paying, payment*, revenue, earn*, earning*, income, compensat*,
    remunerat*, money, fraud*, streaming fraud, bot stream*, bots, royalty pool, worth of`,
  fr: `
    redevance*, remunera*, demonetis*, monetis*, revenus, payer, paie, paye*, fraude*, droits verses, verse* aucun,
    argent, royalties`,
  de: `
    tantieme*, vergüt*, ausschütt*, monetar*, demonetis*, einnahme*, zahlt, zahlen, bezahl*, betrug*, geld, erlös*,
    streamingbetrug, verdien*`,
  es: `
    regalia*, pago*, paga*, remunera*, ingreso*, monetiz*, desmonetiz*, fraude*, dinero, royalties, compensa*, cobra*`,
  it: `royalt*, compens*, paga*, remunera*, ricavi, monetizz*, demonetizz*, frode, frodi, soldi, guadagn*, introiti`,
  pt: `royalt*, pagamento*, paga*, remunera*, receita*, monetiz*, desmonetiz*, fraude*, dinheiro, robos, ganh*`,
  ja: `収益, 印税, 報酬, 支払, ロイヤリティ, 不正再生, 収入, 分配`,
};

export const FEATURES: PhraseList = {
  en: `
    tool, tools, feature*, launch*, beta, assistant*, dj, playlist*, generator*, app, prompt*, recommend*,
    stem splitter, mastering, remix*, studio, one click, plugin*, test, tests, testing, adds, debuts, rolls out,
    unveils, introduces, companion, translat*, dub, dubbing, creation, creation tools, opens, expands, extends,
    extended to, detection, detector, available to, comes to, arrives, widens`,
  fr: `
    outil*, fonction*, lance, lancement, beta, assistant*, playlist*, generateur*, application, nouveaute*, deploie,
    teste, etend, ouvre, detection, detecteur, disponible`,
  de: `
    werkzeug*, tool*, funktion*, startet, beta, assistent*, playlist*, generator*, app, testet, bringt, führt .. ein,
    neue funktion, öffnet, erweitert, erkennung, detektor, verfügbar`,
  es: `
    herramienta*, funcion*, lanza*, beta, asistente*, playlist*, generador*, aplicacion, prueba, estrena, puedes,
    amplia, abre, deteccion, detector, disponible, llega a`,
  it: `
    strument*, funzion*, lancia*, beta, assistente*, playlist*, generatore, app, prova, debutta, estende, apre,
    rilevamento, rilevatore, disponibile, arriva`,
  pt: `
    ferramenta*, recurso*, lanca*, beta, assistente*, playlist*, gerador*, aplicativo, testa, estreia, amplia, abre,
    deteccao, detector, disponivel, chega`,
  ja: `ツール, 機能, 提供開始, ベータ, アシスタント, プレイリスト, アプリ, 搭載, リリース, 発表, 拡大, 対応, 検出ツール`,
};
