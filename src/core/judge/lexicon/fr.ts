import type { Lexicon } from '../lexicon.ts';

const AI = '(?:ias?|intelligences? artificielles?)';
/** "à l’aide de l’IA", "par des outils d’IA": the last word may hang on an apostrophe. */
const WITH_AI = `(?:par|avec|via|grâce à|au moyen|à l['’]aide|à partir|en utilisant)(?: [^ .;]{1,20}){0,4}?[ '’]${AI}`;
const TRAIN = 'entra[iî]n(?:er|ements?|ée?s?|ant|ons|ions|iez|erons|era|eront)';
/** "entraîner" is also to bring about: a loss, a suspension. */
const NOT_BRINGING_ABOUT =
  "(?!(?: [^ .;]{1,20}){0,3}?[ '’](?:suspension|résiliation|suppression|retrait|fermeture|perte|blocage|sanctions?|responsabilité|poursuites|conséquences|exclusion|rejet|refus|frais|coûts?|annulation|application|erreurs?))";
const MADE =
  '(?:générée?s?|créée?s?|modifiée?s?|produite?s?|altérée?s?|réalisée?s?|conçue?s?|manipulée?s?|composée?s?|fabriquée?s?|éditée?s?|retouchée?s?|simulée?s?|rédigée?s?|écrite?s?)';
const IMPROVES_MODELS =
  '(?:amélior(?:er|ons|ation de)) (?:nos|notre|leurs|ses|vos) (?:\\w+ ){0,2}?modèles?(?! (?:économiques?|tarifaires?|commerciaux))';
const MINED = '(?:fouille|entra[iî]nement|entra[iî]ner|tdm|text and data mining)';

/** The subject is not denied, nor is the verb. */
const UNDENIED = "(?<!n['’]|(?<!\\w)(?:ne|(?:aucune?s?|nulle?|ni|jamais)(?: [^ .;,]{1,20}){0,8}) )";

export const fr: Lexicon = {
  ai: [
    'intelligences? artificielles?',
    'ias?(?: génératives?)?',
    'apprentissages? (?:automatiques?|machine|profonds?|automatisés?|statistiques?)',
    'réseaux? (?:de neurones|neurona(?:l|ux))',
    '(?:grands? )?modèles? (?:massifs? )?de langages?|modèles? (?:linguistiques?|génératifs?)',
    '(?:technologies?|outils?|systèmes?|fonctionnalités?) généra(?:tives?|tifs?)',
    'hyper-?trucages?|vidéotrucages?|deepfakes?',
    '(?:médias?|contenus?|voix|images?|vidéos?|audios?) synthétiques?',
    'fouilles? (?:automatisées? )?(?:de|des|du) (?:textes?|données)(?:,? (?:et|ou)(?: de| des)? (?:textes?|données))?|tdm',
    'clonages? (?:de |de la |des )?(?:voix|voca(?:l|ux))|clones? (?:voca(?:l|ux)|de (?:la )?voix)|voix clonées?|clon\\w+ (?:\\w+ ){0,2}voix',
  ],
  train: [
    `(?<=(?:${AI}|modèles?|algorithmes?|systèmes?) (?:à |n['’])?)appren(?:d|dre|nent|dront)`,
    `(?:ré-?|pré-?)?${TRAIN}${NOT_BRINGING_ABOUT}`,
    '(?:ré-?)?entra[iî]ne(?:nt)? (?:nos|notre|des|les|une?|leurs?|ses|son) (?:\\w+ ){0,2}?(?:modèles?|ia|algorithmes?|systèmes?|intelligences?)',
    "form(?:er|ant|ation) (?:de |des |nos |les |leurs |un |une |d['’])?(?:\\w+ )?(?:modèles?|algorithmes?|ia|intelligences?|notre technologie)",
    "(?:alimenter|nourrir) (?:les|des|une?|nos|leurs|ses|l['’]|la)|ingér\\w+|ingestion",
    "affin(?:er|age) (?:de |des |d['’]|nos |les |leurs |un |une )?(?:\\w+ )?(?:modèles?|ia|algorithmes?)|ajustement fin|fine-tuning",
    '(?:dans|à|créer|constituer|comme)(?: [^ .;]{1,20}){0,2}? (?:jeux?|ensembles?) de données',
    "(?:jeux?|ensembles?) de données (?:d['’]|pour l['’])entra[iî]nement|données d['’]entra[iî]nement",
    "à des fins d['’](?:ia|intelligence artificielle|apprentissage (?:automatique|machine))",
    IMPROVES_MODELS,
  ],
  trainModel: [
    `${TRAIN}(?:,? [^ .;,]{1,40}){0,8}?[ '’](?:modèles?|algorithmes?)(?! économiques?)`,
    'modèles? (?:déjà |qui ont été |ayant été )?entra[iî]nés? (?:avant|avec|sur|à partir)',
    'form(?:er|ant)(?: [^ .;,]{1,40}){0,3}? (?:modèles?|algorithmes?)(?! économiques?)',
    IMPROVES_MODELS,
    "améliorer (?:un|une|des|nos|notre|l['’])(?:\\w+ )?(?:modèles? d['’])?(?<=[ '’])ia",
  ],
  develop: [
    'développ(?:er|ement|ons|ant)',
    'amélior(?:er|ation|ons|ant)',
    'cré(?:er|ons|ant)',
    'test(?:er|ant)|valid(?:er|ation)|évaluer',
  ],
  model: ['modèles?', 'algorithmes?', 'technologies?', 'systèmes?', 'outils?', 'recherche'],
  aiModel: [
    `(?:modèles?|systèmes?|algorithmes?|technologies?)(?: [^ .;]{1,20}){0,2}?[ '’](?:${AI}|apprentissage automatique|machine learning|langage)`,
    'réseaux? (?:de neurones|neurona(?:l|ux))',
  ],
  mining: [
    'fouilles? (?:automatisées? )?(?:de|des|du) (?:textes?|données)(?:,? (?:et|ou)(?: de| des)? (?:textes?|données))?|tdm',
    'exploration de (?:textes?|données)|extraction de textes? et de données',
  ],
  scrape: [
    'moissonn\\w+',
    'extra(?:ire|ction|ctions|its?)',
    'aspir(?:er|ation|ateurs?)',
    'collect(?:e|er|es)',
    'récolt\\w+',
    'explor(?:er|ation)',
    'scrap(?:ing|er)|crawl(?:ing|er|ers)?|robots?',
    'index(?:er|ation)|reprodui(?:re|sant)|reproduction',
  ],
  aiMade: [
    `${MADE}(?:, [^,.;]{1,40},)?(?: [^ .,;]{1,30}){0,6}? ${WITH_AI}(?: \\w+)?`,
    `(?:utilis|recour|emplo)\\w+(?: [^ .;]{1,20}){0,3}?[ '’]${AI} (?:pour|dans|lors de) (?:[^ .;]{1,20} ){0,2}?(?:créat|réalis|product|composit|élaborat|processus)\\w*`,
    `sans (?:recours|recourir|utiliser|usage|aide|utilisation)(?: [^ .;]{1,20}){0,3}?[ '’]${AI}`,
    `(?:générée?s?|créée?s?|assistée?s?) par ${AI}`,
    "(?:médias?|contenus?|voix|images?|vidéos?|musiques?|morceaux?|titres?|œuvres?|pistes?|chansons?|clones?|compositions?|covers?) (?:d['’])?ia",
    '(?:médias?|contenus?|voix|images?|vidéos?) synthétiques?',
    'hyper-?trucages?',
    'artificiellement (?:générée?s?|créée?s?|modifiée?s?)|générée?s? artificiellement|numériquement (?:modifiée?s?|altérée?s?|créée?s?)',
    "(?:utilis\\w+|usage|emploi|recours)(?: [^ .;]{1,20}){0,3}?[ '’]ia (?:\\w+ )?(?:pour (?:créer|générer|produire|composer)|dans (?:ta|votre|la|sa|leur) (?:musique|création|production|composition))",
  ],
  harm: [
    'mineurs?|enfants?|pédo\\w+',
    'sexuel\\w*|intimes?|nudité|dénud\\w+|pornograph\\w+',
    'harcèlement|harceler|terroris\\w+|extrémis\\w+',
  ],
  ownLikeness: ['(?:votre|ta|ton) (?:\\w+ )?(?:voix|visage|image|ressemblance|identité)'],
  use: ['utilis\\w+|exploit\\w+', 'analys\\w+', 'trait(?:er|ons|é|ées?)'],
  likeness: [
    'ressemblances?|apparence',
    'usurp\\w+',
    'imit\\w+',
    'voix|voca(?:l|le|les|ux)',
    'visages?',
    "(?:image|voix|identité)(?: et la voix)? (?:d['’]une|d['’]un|de l['’]|d['’]autres?|de) ?\\w+",
    'personnes? (?:réelles?|privées?|publiques?|identifiables?|existantes?)|(?:autre|autres|vraies?) (?:personnes?|artistes?)',
    'sans (?:leur|son|le) (?:consentement|autorisation|accord)',
    'non consent\\w+|identité',
  ],
  imitate: [
    'ressemblances?|avatar\\w*',
    'usurp\\w+',
    'imit\\w+|reprodui\\w+ (?:\\w+ ){0,2}?(?:image|voix)',
    'clon\\w+|simul\\w+',
    'non consenti\\w+',
  ],
  fake: [
    'hyper-?trucages?|deepfakes?',
    'clonages? (?:de |de la |des )?(?:voix|voca(?:l|ux))|clones? (?:voca(?:l|ux)|de (?:la )?voix)|voix clonées?|clon\\w+ (?:\\w+ ){0,2}voix',
    'imitations? vocales?|voix synthétiques?|répliques? numériques?|doubles? numériques?',
  ],
  deceives: ['tromp\\w+|induire en erreur|diffam\\w+|humili\\w+|désinformation|sexuel\\w*'],
  inputOutput: [
    'entrées?(?! en vigueur)|sorties?',
    'requêtes?|invites?|prompts?',
    '(?:résultats?|réponses?|analyses?|suggestions?|synthèses?|résumés?|rendus?)(?: [^ .;]{1,30}){0,3}? (?:générée?s?|produite?s?)',
    'à partir de (?:ce que (?:tu|vous)|vos (?:requêtes|instructions|indications|données))',
    '(?:photos?|images?|modèles?|textes?|contenus?)(?: [^ .;]{1,30}){0,4}? (?:générée?s?|créée?s?)(?=(?: [^ .;]{1,40}){0,5}? (?:demeur|rest|appartien)\\w+)',
  ],
  aiTool: [
    `(?:outils?|fonctionnalités?|fonctions?|assistants?|services?|agents?|systèmes?|technologies?|solutions?|moteurs?|produits?|plateformes?)(?: [^ .;]{1,20}){0,6}?[ '’](?:${AI}|conversationnels?)`,
    'chatbots?|agents? conversationnels?|assistants? virtuels?',
  ],
  ownTool: [
    `(?:nos|notre|ces|cette|certains|certaines) (?:outils?|fonctionnalités?|assistants?|services?|agents?|solutions?)(?: [^ .;]{1,20}){0,4}?[ '’]${AI}`,
  ],
  decide: [
    'modér(?:ation|er|ons)|modérateurs?',
    'détect\\w+',
    'recommand\\w+',
    'personnalis\\w+',
    'publicit\\w+',
    'fraud\\w+',
    'sécurité',
    'profilage',
    'décisions?|décider',
    'service client\\w*|assistance client\\w*',
    'filtr(?:er|age)',
  ],
  pay: ['redevances?', 'rémunér\\w+|rétribu\\w+', 'monétis\\w+|démonétis\\w+', 'royalties', 'revenus'],
  noPay: [
    "(?:ne|n['’]\\w+|aucune?|sans|pas|ni)(?: [^ .;,]{1,20}){0,5}? (?:redevances?|rémunér\\w+|rétribu\\w+|monétis\\w+|royalties|revenus)",
    'démonétis\\w+|exclue?s?(?: [^ .;,]{1,20}){0,3}? (?:rémunération|monétisation|redevances)',
  ],
  we: ['nous', 'nos', 'notre'],
  others: [
    'tiers|tierces?',
    'partenaires?',
    'affiliée?s?|filiales?',
    'sociétés? (?:mères?|du groupe)|maison mère',
    'sous-licen\\w+|licenciés?',
    'destinataires?',
    "fournisseurs? (?:tiers|d['’]ia|de modèles?)|(?:autres|nos) (?:entreprises|sociétés|fournisseurs)",
    'vendre|vendons|vendues?|vendus?|revendre|revendues?|revendus?',
  ],
  yours: [
    '(?:vos|votre|tes|ton|ta|leurs|leur) (?:\\w+ ){0,2}?(?:contenus?|données|informations?|œuvres?|publications?|fichiers?|messages?|photos?|images?|vidéos?|textes?|documents?|musiques?|morceaux?|titres?|enregistrements?|conversations?|discussions?|échanges|requêtes|voix|créations?|projets?|cv)',
    "(?:données|informations|contenus?|œuvres?|photos?|fichiers?)(?: \\w+){0,3}? (?:que vous|de l['’]utilisateur|(?:par )?(?:les|des|de nos|de vos) (?:utilisateurs|clients|artistes|créateurs|membres|apprenants))(?: \\w+)?",
    'données (?:à caractère )?personnel\\w*|données métier',
    "les données qu['’]il",
    "(?:n['’]|ne les |n['’]en )(?:utilis|exploit)(?:ons|erons) (?:pas|jamais|aucun\\w*)",
    "(?:ne|n['’])(?: les| sont| est| sera| seront)(?: jamais| pas)*(?: \\w+,)?(?: ni)? (?:utilis|exploit|revendu)\\w*",
    'jamais utilisée?s?|(?:ni|jamais) (?:utilisée?s?|analysée?s?)',
  ],
  publicSources: ['sources? publiques?|données publiques|accessibles? au public'],
  uploads: [
    '(?:vos|votre|tes|ton) (?:\\w+ ){0,2}?(?:contenus?|œuvres?|publications?|vidéos?|photos?|images?|fichiers?|musiques?|morceaux?|titres?|enregistrements?|créations?|maquettes?|commentaires?|chansons?|albums?|partitions?|paroles|compositions?|voix|textes?|messages publics)',
    '(?:contenus?|commentaires|publications) (?:utilisateur|(?:des|de nos) (?:utilisateurs|membres|artistes))|publications publiques',
    'contenus?|œuvres?|photos?|fichiers?|enregistrements?|documents?',
  ],
  publish: [
    'téléverse\\w*|mettre en ligne|mises? en ligne|(?<!avant de (?:la |le |les )?)publi(?:er|ez|ée?s?)',
    '(?<!avant (?:la |leur |toute )?)publications?|soum(?:ettre|ettez|is|ise|ises|ission)\\w*|partag(?:er|ez|ée?s?)',
    'distribu\\w+|diffus(?:er|ez)|morceaux?|(?<!à )titres?|œuvres?|campagne|concours|participant\\w*',
  ],
  personal: ['données?', 'informations?'],
  prompts: [
    'requêtes?',
    'messages?',
    'échanges',
    'conversations?|discussions?',
    'questions posées|vos questions|dialogues',
  ],
  licence: [
    'licences?',
    'accord\\w+ (?:[^ .;]{1,30} ){0,3}?(?:droits?|licences?)',
    'concéd\\w+|concess\\w+',
    "droits? d['’](?:utiliser|exploiter|utilisation)",
    'cède|cédez|cession',
  ],
  youOwn: [
    'vous (?:\\w+ )?(?:conservez|détenez|gardez|êtes (?:\\w+ )?(?:propriétaires?|titulaires?))|vous appartien\\w+',
    "appartien\\w+ à (?:vous|l['’]utilisateur)",
  ],
  weOwn: [
    'nous (?:\\w+ )?(?:conservons|détenons|gardons|sommes (?:\\w+ )?(?:propriétaires?|titulaires?))|nous appartien\\w+|notre propriété',
  ],
  own: [
    'propriét(?:é|aire)s?',
    'appartien\\w+',
    "titulaires? (?:de|des|du|de l['’]) ?(?:\\w+ )?(?:droits?|contenus?|résultats?)",
    'conserv(?:ez|ent|es) (?:[^ .;]{1,30} ){0,4}?droits?',
  ],
  not: [
    'ne',
    "n['’]\\w+",
    'aucune?s?',
    'jamais',
    'sans(?! limitation| préjudice| frais| que| restriction| délai)',
    'interdi\\w+',
    'ni',
    'pas(?! seulement| uniquement)',
    'exclu(?:e|s|es|re|ant|t|ons|sion)?',
    "s['’]oppos\\w+",
  ],
  affirms: [
    '(?:nous|on) (?:pouvons|pourrons|peut|utilisons|utiliserons|utilise|exploitons|traitons|partageons|entra[iî]nons)',
    `${UNDENIED}(?:peut|peuvent|pourra|pourront) (?:aussi |également )?(?:être )?(?:utilis|exploit|trait)\\w+`,
    `${UNDENIED}(?:est|sont|sera|seront) (?:aussi |également |ensuite )?(?:utilis|exploit)ée?s?`,
  ],
  notUsed: [
    `(?:${AI}|modèles?|algorithmes?|systèmes?) n['’]appren\\w+`,
    "(?:ne|n['’])(?: ?(?:les|sont|est|sera|seront|vous|y|en))? ?(?:utilis|vend|exploit|partag|cèd|trait|analys|transm)\\w*(?: (?:pas|jamais|aucun\\w*))?",
    'jamais (?:\\w+ )?(?:utilis|vend|revend|exploit|partag|transm)\\w*|(?:aucune?|ni) (?:[^ .;]{1,30} ){0,4}?(?:utilis|exploit|vend|transm)\\w*',
  ],
  userMayNot: [
    "(?:vous|tu|l['’]utilisateur|les utilisateurs|l['’]abonné|les? clients?|les tiers|les visiteurs|nul|quiconque)(?: [^ .;]{1,30}){0,3}? (?:ne |n['’])(?:pouvez|pourrez|devez|devrez|peux|dois|peut|peuvent|pourra|pourront|doit|doivent|devra|devront|saur\\w+|utiliserez|êtes pas autoris\\w+)(?: \\w+)? ?(?:pas|jamais|en aucun)?",
    "(?:ne |n['’])(?:peu(?:t|vent)|doi(?:t|vent)|pourra|pourront|saurai(?:t|ent))(?: [^ .;]{1,30}){0,4}? être(?! (?:tenu|garanti|responsable|engag|considér|assur|recherch|regard|imput))",
    "(?<!(?:nos|prestataires?|fournisseurs?|sous-traitants?|hébergeurs?|partenaires?)(?: [^ .;]{1,20}){0,2}[ ’']{1,2}s?[’']?)(?:engag(?!eons)|accept(?!ons)|conven|consent|reconn)\\w+ (?:\\w+ )?(?:à|de) ne (?:pas|jamais)",
    '(?:est|sont|reste|demeure)(?: (?!pas|plus)[^ .;]{1,30}){0,4}? (?:interdite?s?|prohibée?s?|proscrite?s?)',
    "(?<!(?:pas|plus) )interdi(?:t|te|ts|tes) (?:de|d['’]|à|sans)|interdiction (?:de|d['’]|formelle|stricte)|strictement interdi\\w+",
    '(?:fouille|tdm|moissonn|aspiration)[^.;]{0,120}? interdi\\w+',
    '(?<!(?:engage|engagent|engageons|déclare|déclarent|promet|promettent|promettons)(?: [^ .;]{1,20}){0,3} )ne pas (?:utiliser|extraire|reproduire|publier|partager|cloner)(?! (?:mes|vos|tes|pour))',
    "(?:n['’]utilisez|ne publiez|ne partagez|ne téléversez|ne mettez) (?:pas|jamais)|évitez toute",
    `(?:s['’]oppos\\w+|oppositions?|réserv\\w+)[^.;]{0,160}?[ '’(]${MINED}`,
    'actes? de contrefaçon',
    `sans (?:recours|recourir|utiliser|usage|aide|utilisation)(?: [^ .;]{1,20}){0,3}?[ '’]${AI}`,
  ],
  forbidden: [
    '(?<!(?:pas|plus) )(?:interdi|prohib|proscri)\\w+',
    'pas (?:autorisée?s?|permis\\w*|tolérée?s?)',
    'non autorisée?s?',
    "(?:n['’]autorisons|ne permettons|ne tolérons) (?:pas|aucun\\w*)",
    'contrefaçon|enfrein\\w+',
  ],
  unwanted: [
    'supprim\\w+|retir(?:ée?s?|er|ons|erons)',
    'refus(?:ée?s?|ons|er)|rejet(?:ée?s?|ons|er)|bannie?s?|inéligibles?|suspend\\w+|exclue?s?',
    "(?:n['’]acceptons|ne (?:publions|distribuons|acceptons|prenons|diffusons)|pas (?:acceptée?s?|admise?s?|éligibles?|distribuée?s?|publiée?s?|rémunérée?s?|recommandée?s?)) ?(?:pas|aucun\\w*)?",
  ],
  allowed: [
    '(?:pas|plus) interdite?s?',
    '(?<!non |pas )autoris(?:ée?s?|ons|ez)',
    'permis\\w*|permet\\w*',
    'acceptée?s?|acceptons|accueill\\w+|peux partager|pouvez partager',
  ],
  discouraged: ['déconseill\\w+|décourage\\w*'],
  label: [
    'étiquet\\w+',
    "signal(?:er|ez|ée?s?)(?: \\w+)? (?:comme|que|l['’](?:usage|utilisation|emploi|intervention)|tout contenu)",
    'mention(?:ner|née?s?|nez)?(?! légale)',
    'indiqu\\w+|précis(?:er|ez)|déclar(?:er|ez|ée?s?|ation)',
    'divulgu\\w+',
    'filigran\\w*|tatouage numérique',
    'transparen(?:t|te|ts|ce)',
    'coch(?:er|ez|ant|ée)',
    'identifiée?s? comme|marqu(?:er|ée?s?) comme',
  ],
  consent: ['consentement|consenti\\w*', 'autorisation', 'accord', 'permission'],
  noSay: [
    "(?:ne|n['’]) ?(?:pouvez|peux|peut|pourrez|peuvent) (?:plus |pas )?(?:vous |y |vous y |s['’])?(?:opposer|refuser|désactiver)",
    "(?:aucune?|pas (?:de |d['’])) ?(?:\\w+ )?(?:moyen|possibilité|droit|option) (?:de |d['’])(?:vous |y |s['’])*(?:opposer|opposition|refuser)",
    "sans (?:possibilité|droit) (?:de |d['’])(?:vous |s['’])?oppos\\w+",
    "pas besoin (?:de |d['’])(?:\\w+ )?(?:consentement|accord|autorisation)",
    "(?:consentement|accord|autorisation) n['’]est (?:pas |plus )?(?:requis|nécessaire|demandé)e?",
  ],
  unlessConsent: [
    'sauf (?:[^ .;]{1,30} ){0,4}?(?:consentement|accord|autorisation)(?: \\w+)?',
    "sans (?:votre|le|leur|ton|l['’]) ?(?:[^ .;]{1,30} ){0,2}?(?:consentement|accord|autorisation)(?: \\w+)?",
    'uniquement (?:\\w+ ){0,3}?(?:consentement|accord)',
    'avec votre (?:\\w+ )?(?:consentement|accord)',
    "à moins que vous (?:n['’]|ne )?(?!(?:vous y )?oppos)(?:[^ .;]{1,30} ){0,3}?(?:accept|consent|autoris)\\w+",
  ],
  ourConsent: [
    'notre (?:\\w+ )?(?:accord|autorisation|consentement)|autorisation (?:\\w+ )?écrite|accord (?:\\w+ )?écrit',
  ],
  onlyConsent: [
    "(?:seulement|uniquement|qu['’]\\w+|que)(?: [^ .;]{1,30}){0,5}? (?:consentement|accord|autorisation|permission)",
    'avec (?:votre|ta|ton|leur) (?:\\w+ )?(?:consentement|accord|permission|autorisation)',
  ],
  optOut: [
    'vous (?:y )?opposer|opposez-vous|vous (?:y )?opposiez',
    "s['’](?:y )?opposer",
    "droit d['’]opposition",
    'désactiv\\w+',
    'refuser|refusiez|vous refusez',
    'opt-out',
    'ne souhaitez pas que (?:nous|vos)',
  ],
  optIn: [
    'si vous (?:[^ .;]{1,20} )?(?:choisissez|acceptez|consentez|y consentez|activez|autorisez|donnez votre)',
    '(?:que )?vous choisissez (?:explicitement|expressément|volontairement)',
    "autorisez l['’]utilisation",
    'avec (?:votre|ta|ton) (?:\\w+ )?(?:consentement|accord|permission|autorisation)',
    'opt-in',
  ],
  anonymous: [
    '(?:de manière |de façon |à partir de |uniquement )?(?:données )?(?:agrégées? ou )?(?:anonymis\\w+|anonymes?|agrég\\w+|pseudonymis\\w+)',
  ],
  earlier: ['déjà (?:\\w+ )?(?:téléversée?s?|publiée?s?|mise?s? en ligne)|(?:des )?années précédentes|rétroactiv\\w+'],
  notPublic: [
    '(?<!(?:ni|pas|sauf|jamais|exclu\\w*|hors) (?:[^ .;,]{1,20} ){0,3})(?:publics? et privée?s?|publiques? et privée?s?|(?:messages|contenus|données) privée?s?)',
  ],
  limit: ['non génératives?', '(?:uniquement|exclusivement) (?:pour|à)'],
  reserve: ['réserv(?:e|es|er|ons|ée?s?|ent|ation)', "s['’]oppos\\w+|droit d['’]opposition"],
  means: ['avec', "à l['’]aide", 'grâce', 'au moyen', 'via', 'par'],
  subordinate: ['si', 'sauf', 'seulement|uniquement', 'sous réserve', 'lorsque|quand', 'qui|que', 'à condition'],
  contrast: ['mais|toutefois|cependant|sauf|à moins|bien que|tandis|hormis|excepté'],
  weForbid: ["(?:n['’]autoris|ne permett|ne toléron|n['’]accept)\\w+", 'interdisons'],
  paused: ['suspend\\w+|report\\w+ nos|en pause'],
  must: [
    "(?:merci|prière) (?:de |d['’])|veuillez|indiquez|précisez|signalez|mentionnez|déclarez",
    'doi(?:t|vent|s)|devez|devra|devront',
    'obligat\\w+|exig\\w+|tenue?s? de|important de|important d',
  ],
  needNot: [
    '(?:pas|plus) (?:obligatoire|requise?|nécessaire|obligée?s?|tenue?s?|besoin|à (?:signaler|indiquer|mentionner|étiqueter|déclarer))',
    'facultati\\w+|sans (?:étiquette|mention|signalement)',
  ],
  othersMay: [
    '(?:vous|tu|les utilisateurs|les visiteurs|les tiers|les chercheurs|chacun|tout le monde) (?:pouvez|peux|peuvent|peut)(?! pas| plus| seulement| vous| aussi vous)',
    "(?:libres?|autorisée?s?|permis) (?:de |d['’]|à )|(?:pas|plus) interdite?s?",
  ],
  siteContent: [
    '(?:notre|nos|le|les|du|des|ces?|cette) (?:\\w+ )?(?:catalogues?|archives?|articles?|base de données|bibliothèque|publications|contenus? (?:du|de ce) site)',
  ],
  forNow: [
    "actuellement|pour l['’]instant|pour le moment|à ce jour|à l['’]heure actuelle|jusqu['’]à nouvel ordre",
    "pas l['’]intention|aucune intention|(?:ne prévo|n['’]envisage)\\w*",
  ],
  anyOfYours: ['(?:ils|elles) ne (?:sont|seront|servent|serviront) (?:pas|jamais|ni|en aucun cas)'],
  serviceModel: ['modèles? (?:publicitaires?|de sécurité|de détection)'],
  example: ['tels? que|telles? que', 'notamment', 'par exemple', 'y compris'],
  disclaimer: [
    "erreurs?|fictifs?|fictives?|à des fins d['’]information|erronée?s?|inexact\\w*|exactitude|imprécis\\w*",
    'vérifi\\w*|approximations?|incomplète?s?|incomplets?|responsables?|garanti\\w*|fiabilité|relis\\w*|relire',
    'hallucinations?|à titre (?:informatif|indicatif)|ne (?:constitue|constituent|remplace|remplacent)',
  ],
  binds: [
    '(?:doi(?:t|s|vent)|devez|devra|devront|ne peu(?:t|vent|x)|ne pouvez|peu(?:t|vent) être|engage\\w* à)',
    '(?:est|sont|reste|restent|sera|seront)(?: [^ .;]{1,30}){0,4}? (?:autorisée?s?|permise?s?|interdite?s?|exclue?s?|exigée?s?|requise?s?|acceptée?s?|refusée?s?|réservée?s?)',
    '(?:certifi|atteste|garanti|déclar|confirm|accept)\\w*|(?:sans|avec|sous réserve d[eu])(?: [^ .;]{1,30}){0,3}? (?:accord|consentement|autorisation|licence)|oppos\\w+',
  ],
  serves: [
    '(?:afin de|pour) (?:répondre|traiter|générer|fournir|traduire|transcrire|comprendre|exécuter)|(?:est|sont)(?: [^ .;]{1,30}){0,3}? (?:transmis|envoyé|stocké|conservé|supprimé|traité|enregistré)\\w*|sous-traitant\\w*',
  ],
  offers: [
    'aide\\w* (?:à|les|vous)|permet(?:tent)? (?:de|à|aux)|propos\\w+|découvr\\w+|en savoir plus|(?:repos|bas)\\w+ sur|vous pouvez (?:créer|générer)|intègr\\w+|conçu\\w*',
  ],
  access: [
    '(?:au moins|moins de|plus de) \\d{1,2}|ans|crédits|rembours\\w*|abonnement\\w*|forfait\\w*|tarif\\w*|prix|gratuit\\w*|par (?:jour|mois)|bêta|résili\\w*|soumis\\w* au',
  ],
  misuse: [
    'lois?|réglementation\\w*|illégal\\w*|illicit\\w*|malveillant\\w*|armes|haine\\w*|violen\\w*|fraude\\w*|médica\\w*|mots? de passe|biométri\\w*',
  ],
  works: [
    '(?:vos|votre|tes|ton|ta|leurs?|nos|ses) (?:\\w+ )?(?:contenus?|œuvres?|enregistrements?|voix|images|photos|musiques?|chansons|textes|publications|données)',
    'artistes?|auteurs?|photographes?|musiciens?|compositeurs?|interprètes?|comédiens?|manuscrits?|paroles|enregistrements|dessins|peintures|catalogues?|archives|redevances|rémunération\\w*',
  ],
  condition: [
    'si(?! (?:vous|tu)(?: \\w+){0,2} (?:souhait|voul|veu|préfér|désir|publi|télévers)\\w*| nécessaire| possible)|s il(?! vous| te)|s ils|s elles?',
    'sauf|excepté\\w*|hormis|hors|à l (?:exception|exclusion)|en dehors|à moins|sous réserve|à condition|pourvu|tant que',
    '(?<!pas )(?<!non )(?:seulement|uniquement|exclusivement)|jusqu (?:au|à|en)|(?:dans|sous)(?: \\w+){1,4}? (?:heures?|jours?|semaines?|mois|ans?)',
  ],
  exempts: ['sauf|excepté\\w*|hormis|à l (?:exception|exclusion)'],
  limitsBefore: [
    "(?:cela|ceci|il|elle|ce(?:t|tte)? \\w+)(?: \\w+){0,1}? ne (?:s['’]appliqu\\w+|vaut|vaudra|concern\\w+|couvr\\w+|s['’]étend\\w*) (?:\\w+ )?(?:pas|qu)",
    "(?:cela|ceci|ce(?:t|tte)? \\w+) (?:s['’]appliqu\\w+|vaut) (?:seulement|uniquement)|(?:en|y) (?:est|sont) (?:exclu|exempté)\\w*",
  ],
  refersBack: [
    'pour (?:cela|cette? \\w+|cet \\w+)|en (?:échange|retour|contrepartie)|à ce titre|(?<=^)(?:ils|elles) (?:\\w+ ){0,2}?(?:reçoivent|touchent|perçoivent)',
  ],
  aiWord: ['ia|artificielle\\w*|intelligen\\w*|générati[vf]\\w*|entra[iî]n\\w*', 'synthéti\\w+|clon\\w+|fouille'],
};
