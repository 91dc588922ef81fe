/** Concepts of topics; without a sign of AI they prove nothing. */
import type { PhraseList } from '../phrase-search.ts';

export const TOPIC_CONCEPTS = {
  training: {
    en: `
      train, trains, trained, training, learn from, learns from, learned from, machine learning, feed .. models,
      feeding, datasets, dataset, data set*, ai models, memoris*, memoriz*, licensed models, licensed ai, data mining,
      ingest*, no ai, develop ai, fed to, learning from, teach, teaches, fodder, raw material, fuel, input to,
      develop models, build models, model development, ai labs, sell .. ai, selling .. ai, sold .. ai, data deal*,
      ai developers, machine learners, models of other, others' models, outside models, for ai use, used for ai,
      use .. for ai, study songs, model builders, mining exception, text mining`,
    fr: `
      entrain*, apprentissage, nourrir, jeux de donnees, fouille de, alimenter, apprendre, nourrit, carburant,
      matiere premiere, modeles d ia, alimente, labos d ia, modeles d autres, modeles de tiers, au service de l ia,
      pour l ia, exception de fouille`,
    de: `
      training*, trainier*, anlernen, datensatz, datensätze, lizenzdienst, gespeicherte*, lizenzieren, lernen aus,
      lernen lassen, rohstoff, ki modelle, anzulernen, gefüttert, einspeis*, an KI Firmen, KI Labore, modelle anderer,
      modelle dritter, fremde modelle, für ki nutzen, KI Nutzung, KI nutzung, für KI, Nutzungsvorbehalt, Lernmaterial,
      zum lernen, fütter*`,
    es: `
      entren*, aprendizaje, alimentar, datos de, mineria de, aprender de, alimenta, materia prima, combustible,
      modelos de ia, adiestr*, modelos de otras, modelos ajenos, para la ia, para ia`,
    it: `
      addestra*, allena*, apprendimento, modelli nuovi, nuovi modelli, alimenta, nutrire, materia prima, modelli di ia,
      istruire, modelli di altre, ai modelli di, modelli altrui, per l ai, per l ia, per ai, dare in pasto,
      imparare da`,
    pt: `
      trein*, aprendizado, alimentar, mineracao, alimenta, materia prima, combustivel, modelos de ia, ensinar,
      modelos de outras, modelos de terceiros, para ia, para a ia, aprender com`,
    ja: `学習, 訓練, トレーニング, ライセンス取得済みの, 学ばせ, モデルに読ませ, 教材`,
  },
  thirdParty: {
    en: `
      third part*, other companies, outside companies, ai firms, ai companies, partners .. train, which companies,
      outside developers, ai developers`,
    fr: `tiers, entreprises tierces, d'autres entreprises`,
    de: `dritte, dritten, drittanbieter*, andere* unternehmen, fremdfirmen, fremde* firmen, ki firmen, ki unternehmen`,
    es: `terceros, otras empresas, empresas externas, empresas de ia`,
    it: `terze parti, terzi, altre aziende, aziende esterne, aziende di ia`,
    pt: `terceiros, outras empresas, empresas externas, empresas de ia`,
    ja: `第三者, サードパーティ, 他社, 外部企業`,
  },
  scraping: {
    en: `
      scrap*, crawl*, robots.txt, data mining, no ai tag, rip .. stream*, stream rip*, ripping, harvest*,
      downloaded .. millions, swiped, hoover*, siphon*, snatched, snatches, vacuum*`,
    fr: `aspiration, aspire*, moissonn*, robots d indexation, balise`,
    de: `abgegriffen, abgreifen, ausles*, gescrapt, absaugen`,
    es: `rastre*, raspado, extraccion masiva`,
    it: `rastrell*`,
    pt: `raspagem, rastre*`,
    ja: `スクレイピング, クローラー, 収集, 吸い上げ`,
  },
  aiContent: {
    en: `
      ai generated, ai made, ai music, ai song*, ai track*, ai artist*, ai band*, ai content, slop, fully ai,
      machine made, machine generated, generated music, generated song*, generated track*, synthetic music,
      synthetic track*, generative ai, made by ai, made .. with ai, ai credits, ai cover*, ai label*, ai uploads,
      created .. ai, generated .. ai, unlicensed ai, ai output, ai persona*, ai profile*, ai perform*, ai act*,
      ai singer*, ai musician*, ai creat*, ai assisted, ai versions, ai remix*, ai imitation*, ai fake*, ai clone*,
      ai knock*, ai vocal*, bot made, prompt made, no human performer, artificial vocals, synthetic vocals,
      fake singers, without a human, nobody sang, made by machines, made by bots`,
    fr: `
      musique* generee*, titres generes, morceaux generes, morceaux crees, generee* par, generes par, musique ia,
      titres ia, morceaux ia, faite* avec, contenus ia, copie ia, chanson* ia, zero ia, musique artificielle, groupe ia,
      100 ia, titres artificiels, morceaux artificiels, fabriques par intelligence, fabriquee* par, crees par,
      creee par, sans musicien, sans interprete, faites par des machines, bande son generee`,
    de: `
      KI Musik, KI Song*, KI Titel*, KI Track*, KI Stück*, KI Inhalt*, KI Band*, KI generiert*, KI Version*,
      KI Künstler*, generierte*, maschinell*, aus der maschine, KI Schwemme, KI Flut, von bots, ohne musiker,
      ohne menschen`,
    es: `
      musica .. ia, canciones .. ia, musica .. inteligencia artificial, canciones .. inteligencia artificial,
      hecha* con, generad* por, generadas, generada, creadas con, creada con, sin interprete humano, sin musicos,
      hecha* por bots, voces sinteticas`,
    it: `
      musica .. ia, musica .. ai, brani .. ia, brani .. ai, canzon* .. ia, canzon* .. ai, artista .. ai, generat* con,
      generata, generati, creat* dall, creat* con, brani artificiali, musica artificiale, cantanti finti,
      senza musicisti, fatt* dalle macchine, voci sintetiche`,
    pt: `
      musica* .. ia, faixas .. ia, musica* .. inteligencia artificial, gerada*, criada* com, feita* com, conteudo .. ia,
      sem musicos, feit* por robos, vozes sinteticas`,
    ja: `
      AI生成, AI楽曲, AI音楽, AI製, AIで作, AIが作, 生成楽曲, AIアーティスト, AIの楽曲, 生成AIの曲, AIで生成,
      音楽生成AI, AI作曲, 生成曲, ボット製`,
  },
  likeness: {
    en: `
      voice clon*, cloned voice*, clones, cloning, likeness*, impersonat*, deepfake*, deep fake*, imitat*, mimic*,
      soundalike*, sound alike*, voice model*, replica*, impost*, fake drake, copycat*, artist consent, their voice*,
      your voice*, her voice, his voice, voices, name and voice, identit*, voice and, fake profile*, fake song*,
      fake act, vocal clone*, artist opt in, synthetic vocal*, ai vocal*, ai voice*, sound like, sounding like,
      fake voice*, look alike*, lookalike*, persona rights, faces, voice theft, voice pirac*, stolen voice*,
      sound exactly like, sounds just like`,
    fr: `
      clonage, clone, cloner, clonee*, imit*, usurp*, hypertrucage*, la voix, leur voix, sa voix, voix et, ressemblance,
      image sans accord, voix d artistes, voix de synthese, vocaux, faux drake, sosie*`,
    de: `
      stimmklon*, klon*, geklont*, nachahm*, imitier*, stimme*, doppelgänger*, ebenbild*, hochstapl*, stimmimitation*,
      klingen wie, klingt wie, gefälschte*`,
    es: `clon*, suplanta*, imita*, su voz, voces, voz e imagen`,
    it: `clon*, imita*, voce, voci, immagine, sosia`,
    pt: `clon*, imita*, voz, vozes, imagem, personifica*`,
    ja: `なりすまし, 声, 肖像, ディープフェイク, クローン, 模倣, 偽アーティスト`,
  },
  pay: {
    onlyEn: `pays`,
    en: `
      royalt*, demonet*, monet*, payout*, pay, paid, paying, payment*, revenue, earn*, income, compensat*, remunerat*,
      money, fraud*, bot stream*, bots, worth of`,
    fr: `redevance*, remunera*, revenus, paie, paye*, droits verses, verse* aucun, argent`,
    de: `
      tantieme*, vergüt*, ausschütt*, einnahme*, zahlt, zahlen, bezahl*, betrug*, geld, erlös*, streamingbetrug,
      verdien*`,
    es: `regalia*, pago*, paga*, remunera*, ingreso*, desmonetiz*, dinero, compensa*, cobra*`,
    it: `compens*, paga*, remunera*, ricavi, frode, frodi, soldi, guadagn*, introiti`,
    pt: `paga*, remunera*, receita*, desmonetiz*, dinheiro, robos, ganh*`,
    ja: `収益, 印税, 報酬, 支払, ロイヤリティ, 不正再生, 収入, 分配`,
  },
  features: {
    en: `
      tool, tools, feature*, launch*, beta, assistant*, dj, playlist*, generator*, app, prompt*, recommend*,
      stem splitter, mastering, remix*, studio, one click, plugin*, test, tests, testing, adds, debuts, rolls out,
      unveils, introduces, companion, translat*, dub, dubbing, creation, opens, expands, extends, extended to,
      detection, detector, available to, comes to, arrives, widens`,
    fr: `
      outil*, fonction*, lance, lancement, generateur*, application, nouveaute*, deploie, teste, etend, ouvre,
      detecteur, disponible`,
    de: `
      werkzeug*, tool*, funktion*, startet, assistent*, testet, bringt, führt .. ein, öffnet, erweitert, erkennung,
      detektor, verfügbar`,
    es: `
      herramienta*, funcion*, lanza*, asistente*, generador*, aplicacion, prueba, estrena, puedes, amplia, abre,
      deteccion, disponible, llega a`,
    it: `
      strument*, funzion*, lancia*, assistente*, prova, debutta, estende, apre, rilevamento, rilevatore, disponibile,
      arriva`,
    pt: `
      ferramenta*, recurso*, lanca*, assistente*, gerador*, aplicativo, testa, estreia, amplia, abre, deteccao,
      disponivel, chega`,
    ja: `ツール, 機能, 提供開始, ベータ, アシスタント, プレイリスト, アプリ, 搭載, リリース, 発表, 拡大, 対応`,
  },
} as const satisfies Record<string, PhraseList>;
