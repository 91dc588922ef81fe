import type { Lexicon } from '../lexicon.ts';

/** Where it stands behind "con", "dell’" and the like, "AI" is not the preposition. */
const AI = '(?:ia|ai|intelligenz[ae] artificial[ei])';
const WITH_AI = `(?:da|dal|dalla|dall|con|tramite|mediante|attraverso|usando|utilizzando|per mezzo)(?:[ '’][^ .;'’]{1,20}){0,8}?[ '’]${AI}`;
const MADE =
  '(?:generat|creat|modificat|alterat|prodott|realizzat|compost|manipolat|elaborat|simulat|assistit|scritt|redatt)[oaie]';
const VOICE_CLONE =
  'clonazion[ei] (?:della |di una |di )?(?:voce|voci|vocal[ei])|clon(?:are|ando) (?:la |una |le )?voc[ei]|voc[ei] clonat[ae]|cloni vocali';
const IMPROVES_MODELS =
  'miglior(?:are|iamo|amento dei|ando) (?:i )?(?:nostr[oi]|suoi|loro|propri|vostri) (?:\\w+ ){0,2}?modell[oi](?! (?:di business|commercial))';
const MINING = 'estrazione (?:automatizzata )?(?:di|del) test[oi] e (?:di )?dati';

/** The subject is not denied, nor is the verb. */
const UNDENIED =
  '(?<!(?<!\\w)(?:(?:non|né|mai|o)(?: (?:l[oiae]|ne|ci|ti|vi|si))?|(?:nessun\\w*|nulla|niente)(?: [^ .;,]{1,20}){0,8}) )';

export const it: Lexicon = {
  ai: [
    'intelligenz[ae] artificial[ei]',
    'ia(?: generativ[ae])?',
    // "AI", not the preposition "ai": behind an article or a preposition, in brackets, or at the end of what it qualifies.
    "(?<=(?:l|un|d)['’]|di |con |tramite |mediante |usando )ai(?! (?:sensi|fini|quali))",
    '(?<=[(«“"„])ai(?=[)»”",;])',
    '(?<=(?:modell[oi]|sistem[ai]|strument[oi]|funzion[ei]|funzionalità|contenut[oi]|assistent[ei]|agent[ei]|tecnologi[ae]|addestramento|training|bran[oi]|musica|immagin[ei]|video|voc[ei]|software|servizi|soluzion[ei]|output|composizione) )ai(?=[.,;:)!?"”»]|$| (?:generativ[ae]|di terze|che|per|e|o|non|puoi|può|possono|ti|sviluppat\\w+|fornit\\w+|basat\\w+|utilizzat\\w+|usat\\w+|esterni|extern\\w+))',
    'ai generativa',
    'apprendimento (?:automatico|profondo|macchina)',
    'ret[ei] neural[ei]',
    'modell[oi] (?:linguistic[oi]|generativ[oi]|di linguaggio)',
    '(?:strument[oi]|tecnologi[ae]|sistem[ai]|funzion\\w+) generativ[aeio]',
    `${MINING}|tdm`,
    '(?:media|contenut[oi]|voc[ei]|immagin[ei]|audio|video) sintetic[oihe]+',
    VOICE_CLONE,
  ],
  train: [
    `(?<=(?:${AI}|modell[oi]|algoritm[oi]|sistem[ai]) (?:ad? |non )?)(?:appren(?:de|dono|dere|derà)|impar(?:a|ano|are|erà))`,
    '(?:ri|pre-?)?addestr\\w+',
    "allena(?:re|no)|allenament[oi] (?:di|dei|delle|dell['’])(?: )?(?:modell[oi]|ia|ai|intelligenz[ae]|algoritm[oi]|sistem[ai])",
    "(?:alimentare|alimentano|nutrire) (?:i |il |gli |la |le |l['’]|un |modell|sistem|ia|ai|algoritm)\\w*|alimentazione massiva",
    '(?:messa a punto|affin(?:are|amento)) (?:di |dei |i |i nostri |del )?(?:modell[oi]|ia|ai|algoritm[oi])|fine-tuning',
    "formazione (?:di|dei|della|dell['’])(?: )?(?:modell[oi]|ia|ai|intelligenz[ae]|algoritm[oi])",
    '(?:in|nei|creare|come)(?: [^ .;]{1,20}){0,2}? (?:set di dati|insiem[ei] di dati|dataset)',
    "(?:set di dati|dataset) (?:di|per) (?:l['’])?addestramento|dati di addestramento",
    `(?:per|a) (?:scopi|fini|finalità) di ${AI}`,
    IMPROVES_MODELS,
  ],
  trainModel: [
    'modell[oi] (?:già )?addestrat[oi] (?:prima|con|su)',
    '(?:ri|pre-?)?addestr\\w+(?:,? [^ .;,]{1,40}){0,8}? (?:modell[oi]|algoritm[oi])',
    IMPROVES_MODELS,
  ],
  develop: [
    'svilupp(?:are|o|iamo|ando)',
    'miglior(?:are|iamo|amento|ando)',
    'cre(?:are|iamo|ando)',
    'test(?:are|ando)|valid(?:are|azione)|valutare',
  ],
  model: ['modell[oi]', 'algoritm[oi]', 'tecnologi[ae]', 'sistem[ai]', 'strument[oi]', 'ricerca'],
  aiModel: [
    `(?:modell[oi]|sistem[ai]|algoritm[oi]|tecnologi[ae])(?: [^ .;]{1,20}){0,2}?[ '’](?:ia|intelligenz[ae] artificial[ei]|apprendimento automatico|machine learning)`,
    `modell[oi] linguistic[oi]`,
    'ret[ei] neural[ei]',
  ],
  mining: [`${MINING}|tdm`, 'data mining|text mining'],
  scrape: [
    'estra(?:rre|zione|rl[oiae])',
    'raccogli\\w+|raccolta',
    'scansion\\w+',
    'scraping|crawling|crawler|bot|robot',
    'riprodu(?:rre|zione)|copiare',
  ],
  aiMade: [
    `${MADE}(?:, [^,.;]{1,40},)?(?: [^ .,;]{1,30}){0,6}? ${WITH_AI}(?: generativa)?`,
    `(?:uso|utilizzo|usare|utilizzare|impiego|ricorso)(?: [^ .;]{1,20}){0,3}?[ '’]${AI} (?:per|nella|nel|come) (?:[^ .;]{1,20} ){0,2}?(?:creazion|realizzazion|produzion|composizion|elaborazion|processo creativo)\\w*`,
    '(?<!(?:generazione|creazione) di )(?:contenut[oi]|musica|bran[oi]|cover|canzon[ei]|immagin[ei]|video|voc[ei]|oper[ae]|clon[ei]|composizion[ei]) (?:d[i\'’] ?)?(?:ia|ai)(?=[.,;:)!?"”»]|$| (?:al|alla|è|sono|non|che|su|deve|devono|generat))',
    '(?:media|contenut[oi]|voc[ei]|immagin[ei]|audio|video) sintetic[oihe]+',
    'artificialmente (?:generat|creat|modificat)[oaie]|(?:generat|creat)[oaie] artificialmente',
    'digitalmente (?:alterat|creat|modificat|manipolat)[oaie]',
    "(?:us[oaie]\\w*|utilizz\\w+)(?: [^ .;]{1,20}){0,3}?[ '’](?:ia|ai|intelligenza artificiale) (?:\\w+ )?per (?:creare|generare|produrre|comporre)",
  ],
  harm: [
    'minor[ei]|minorenni|bambini',
    'sessual\\w+|intim\\w+|nud[oiae]\\w*|pornogra\\w+',
    'molest\\w+|terroris\\w+|estremis\\w+',
  ],
  ownLikeness: [
    '(?:la )?(?:tua|sua|propria) (?:\\w+ )?(?:voce|immagine|identità|somiglianza)|il (?:tuo|suo) (?:volto|aspetto)',
  ],
  use: ['us(?:are|iamo|a|ano)|utilizz\\w+|impieg\\w+', 'analizz\\w+', 'tratt(?:are|iamo)'],
  likeness: [
    'somiglianza|sembianze|aspetto',
    'voc[ei]|vocal[ei]',
    'volt[oi]',
    'impersona\\w+|imit\\w+',
    'person[ae] (?:real[ei]|realmente|privat[ae]|pubblic\\w+|interessata)|altr[aei] (?:person[ae]|artist[ai])|alla persona|del titolare',
    'identità|nomi? degli artisti',
    "senza (?:il )?(?:suo|loro|proprio|l['’])? ?(?:consenso|autorizzazione)|non consensual\\w+",
  ],
  imitate: [
    'somiglianza|sembianze',
    'impersona\\w+|imit\\w+',
    'clon\\w+|simul\\w+',
    'attribui\\w+ (?:\\w+ ){0,3}?parole',
    'non consensual\\w+',
  ],
  fake: ['deepfakes?', VOICE_CLONE, 'imitazion[ei] vocal[ei]|voc[ei] sintetic\\w+|replic(?:a|he) digital[ei]'],
  deceives: ['ingann\\w+|diffam\\w+|umili\\w+|disinformazione|fuorviant\\w*|sessual\\w*'],
  inputOutput: [
    'input|output|prompt',
    '(?:rispost[ea]|risultat[oi]|analisi|suggeriment[oi]|riassunt[oi]|riepilogh?i|itinerari)(?: [^ .;]{1,30}){0,3}? (?:generat|prodott)[oaie]',
    "richiest[ae] dell['’]utente",
  ],
  aiTool: [
    `(?:strument[oi]|funzion\\w+|assistent[ei]|serviz[io]+|prodott[oi]|agent[ei]|soluzion[ei]|piattaform[ae]|applicazion[ei]|tecnologi[ae])(?: [^ .;]{1,20}){0,4}?[ '’]${AI}(?! (?:sensi|fini|quali|nostri|tuoi|suoi|terzi|propri))`,
    'chatbot|assistent[ei] virtual[ei]',
  ],
  ownTool: [
    `(?:nostr[oaie]|quest[oaei]|tali) (?:strument[oi]|funzion\\w+|assistent[ei]|serviz[io]+|agent[ei])(?: [^ .;]{1,20}){0,4}?[ '’]${AI}`,
  ],
  decide: [
    'moderazione|moderare',
    'rilev(?:are|amento|iamo|ano)',
    'raccomand\\w+|consigli\\w*',
    'personalizz\\w+',
    'pubblicit\\w+|annunci',
    'frod[ei]|spam',
    'sicurezza',
    'profilazione',
    'decision[ei]',
    'assistenza clienti|servizio clienti',
    'filtr(?:are|aggio)',
  ],
  pay: ['royalty', 'remunera\\w*|compens[oi]', 'monetizz\\w+|demonetizz\\w+', 'ricavi|proventi'],
  noPay: [
    '(?:non|senza|nessun\\w*|né)(?: [^ .;,]{1,20}){0,4}? (?:royalty|remunera\\w*|compens[oi]|monetizz\\w+|ricavi|proventi|pagat\\w+)',
    'demonetizz\\w+|esclus[oaie](?: [^ .;,]{1,20}){0,3}? (?:remunerazion|monetizzazion)\\w*',
  ],
  we: ['noi', 'nostr[oaie]', 'ci'],
  others: [
    'terz[ei]|terze parti',
    'partner',
    'affiliat[oaie]|controllate',
    'sublicen\\w+|licenziatari\\w*',
    'destinatari\\w*',
    'società madre|capogruppo',
    'fornitor[ei] terz[oi]|altre (?:aziende|società)|fornitori di (?:ia|ai)',
    'vend(?:iamo|ere|ono|ut[ieao])|cedut[ieoa]|cediamo',
  ],
  yours: [
    '(?:tuo|tuoi|tua|tue|suo|suoi|sua|sue|vostr\\w+) (?:\\w+ ){0,2}?(?:contenut[oi]|dati|informazioni|oper[ae]|file|messagg[io]|musica|foto|immagin[ei]|video|test[oi]|document[oi]|registrazion[ei]|bran[oi]|conversazion[ei]|schemi|creazioni)',
    'dati personali|dati (?:aziendali|del cliente|dei clienti|raccolti)',
    "(?:contenut[oi]|dati|informazioni|oper[ae]|document[oi]|file)(?: \\w+){0,2}? (?:degli? utenti|dagli utenti|dell['’]utente|che (?:carichi|caric\\w+|fornisci|fornisc\\w+|invii|condividi|pubblichi)|caricat[oi])",
    '(?:non|mai) (?:us|utilizz)(?:iamo|eremo)',
    'non (?:vengono|viene|sono|li|le|lo|la)(?: mai)? (?:us|utilizz|conserv|ven|ced)\\w+',
    'né (?:li |le |lo |la )?(?:us|utilizz)\\w+|nessun\\w* (?:\\w+ )?(?:viene|vengono|è|uso)',
  ],
  publicSources: ['fonti pubbliche|dati pubblici|disponibili pubblicamente'],
  uploads: [
    '(?:tuo|tuoi|tua|tue|suoi|vostr\\w+) (?:\\w+ ){0,2}?(?:contenut[oi]|oper[ae]|file|musica|foto|immagin[ei]|video|registrazion[ei]|bran[oi]|canzon[ei]|provin[oi]|pubblicazion[ei]|comment[oi]|album|spartit[oi]|composizion[ei]|post|voce|test[oi])',
    "(?:contenut[oi]|commenti|pubblicazioni) (?:degli (?:utenti|artisti|iscritti)|dei nostri utenti|dell['’]utente)|post pubblici",
    'contenut[oi]|document[oi] caricat[oi]|foto|trascrizioni|registrazioni|testi',
  ],
  publish: [
    'caric(?:are|hi|a|ato|ata|ati|ate)|(?<!prima di )pubblic(?:are|hi|a|ato|ata|ati|ate)',
    '(?<!prima della )pubblicazione|(?<!prima di )invi(?:are|i|ato|ata)|condivid\\w+|distribu\\w+|bran[oi]',
    'canzon[ei]|oper[ae]|campagna|concorso|partecipant\\w*',
  ],
  personal: ['dati', 'informazioni'],
  prompts: ['input', 'messagg[io]|e-?mail', 'conversazion[ei]|dialogh?i', 'richieste|(?:tue|sue) domande'],
  licence: ['licenz[ae]', 'conced\\w+|concess\\w+', 'diritt[oi] di (?:usar\\w*|utilizz\\w*|riprodu\\w*)'],
  youOwn: [
    "(?:sei|sarai|l['’]utente è) (?:\\w+ )?(?:proprietari|titolar)\\w*|ti appart\\w+|conservi|mantieni",
    "appart\\w+ (?:a te|all['’]utente)|(?:è|sono) tu(?:o|oi|a|e)(?=[.,;]|$)",
  ],
  weOwn: ['ci appart\\w+|appart\\w+ a noi|siamo (?:\\w+ )?(?:proprietari|titolari)|nostra proprietà'],
  own: [
    'propriet(?:à|ari\\w+)',
    'appart(?:iene|engono)',
    "titolarità|titolar[ei] de[il]\\w*['’]? ?(?:contenut|diritt|risultat|output|oper)\\w*",
    '(?:conserv|manten|mantien)\\w+ (?:[^ .;]{1,30} ){0,3}?diritti',
  ],
  not: [
    'non(?! esclusiv| solo| limitat| oltre)',
    'mai',
    'nessun\\w*',
    'senza(?! limitazion| pregiudizio| preavviso| alcun costo| restrizioni)',
    'viet\\w+|proibi\\w+',
    'né',
    'esclu(?:de|dere|si|so|sa|se|sione|diamo)',
  ],
  affirms: [
    `${UNDENIED}(?:possiamo|potremo|utilizziamo|utilizzeremo|usiamo|useremo|trattiamo|addestriamo)`,
    `${UNDENIED}(?:può|possono|potrà|potranno) (?:anche )?(?:essere )?(?:us|utilizz|tratt|impieg)\\w+`,
    `${UNDENIED}(?:viene|vengono|è|sono) (?:anche )?(?:usat|utilizzat|impiegat)[oaie]`,
  ],
  notUsed: [
    `(?:${AI}|modell[oi]|algoritm[oi]|sistem[ai]) non (?:appren|impar)\\w+`,
    '(?:non|mai|né|nessun\\w*) (?:[^ .;]{1,30} ){0,3}?(?:us(?:a|iamo|at|eremo)|utilizz|vend|ced|condivid|tratt|impieg|trasm)\\w*',
  ],
  userMayNot: [
    "(?:l['’]utente |gli utenti )?non (?:(?:può|puoi|possono|potete|potrà|potranno|deve|devi|devono|dovrà|dovranno)(?! (?:garant|assicur|essere (?:ritenut|considerat|responsab|precis|esatt)|sostitu|rispond|preved|conten|costitu))|è (?:\\w+ )?(?:consentit|permess|ammess|autorizzat)\\w+|sono (?:\\w+ )?(?:consentit|permess|ammess)\\w+)",
    'nessuna parte d(?:i|el|ella|ei)(?: [^ .;]{1,30}){0,4}? (?:può|potrà|deve)',
    'impegna a non|accett[ai] di non|impegni a non|impegna ad astenersi|obbliga a non',
    '(?<!non )(?:è|sono|resta|restano|rimane)(?: [^ .;]{1,30}){0,4}? (?:vietat|proibit)\\w+',
    'è (?:fatto |assoluto )?divieto|(?<!salvo )divieto di|vietat[oaie] (?:l|il|la|usare|utilizzare|copiare)',
    "(?<!ti |vi |ci )vieta\\w* (?:[^ .;]{1,30} ){0,3}?(?:l['’]uso|l['’]utilizzo|la|il|ogni|qualsiasi)",
    '(?<=^|[.:;] |\\* )non (?:usare|utilizzare|clonare|caricare|pubblicare|condividere|estrarre)',
    '(?:riserva|riservano|riserviamo|si oppone|oppongono)[^.;]{0,160}?(?:estrazione|addestramento|addestrare|tdm|mining)',
  ],
  forbidden: [
    '(?<!non (?:\\w+ )?(?:più )?)(?:viet\\w+|proibi\\w+)|divieto',
    'non (?:è |sono |viene |vengono |si )?(?:consent|permess|permett|toller)\\w+',
    'non (?:consentiamo|permettiamo|accettiamo|ammettiamo|tolleriamo)',
    'non autorizzat\\w+',
    'viola(?:no|zione|zioni|re)?',
  ],
  unwanted: [
    'rimuov\\w+|rimozione|rimoss\\w+',
    'rifiut\\w+|respint\\w+|sospes\\w+|esclus[oaie]|squalific\\w+',
    'non (?:è |sono |viene |vengono |si )?(?:accett|ammess|distribu|pubblic|supportat|raccomandat|monetizzat)\\w+',
  ],
  allowed: [
    'non (?:\\w+ )?(?:più )?(?:vietat|proibit)[oaie]',
    '(?<!non (?:è |sono )?)consent(?:it\\w+|e|ono)',
    '(?<!non (?:è |sono )?)permess\\w+|permett\\w+',
    'accettat[oaie]|puoi condividere|accogliamo',
  ],
  discouraged: ['sconsigli\\w+|scoraggi\\w+'],
  label: [
    'indica|specifica|dichiara|segnala',
    'etichett\\w+',
    'divulg\\w+',
    'indic(?:are|ato|ata|ati|arlo)',
    'dichiar\\w+',
    'contrassegn\\w+',
    'filigran\\w+',
    'segnal(?:are|arlo|at[oaie]) (?:\\w+ )?(?:che|come|l)',
    'selezion(?:are|ando) (?:\\w+ )?[“"«]?(?:sì|l[\'’]apposita|la casella)',
    'trasparen\\w+|identificat[oaie] come|specificare',
  ],
  consent: ['consenso', 'autorizzazione', 'permesso'],
  unlessConsent: [
    'salvo (?:[^ .;]{1,30} ){0,4}?(?:consenso|autorizzazione)(?: \\w+)?',
    "senza (?:il |la |l['’])?(?:tuo|suo|tua|sua|previo|previa|vostro|loro)? ?(?:[^ .;]{1,30} ){0,3}?(?:consenso|autorizzazione)(?: \\w+)?",
    'a meno che(?!(?: [^ .;]{1,30}){0,5}? (?:oppon|opposi|disattiv|revoc|rifiut)\\w*)',
    'solo con (?:il )?(?:tuo|suo|vostro) (?:\\w+ )?consenso',
  ],
  ourConsent: [
    'nostr[oa] (?:\\w+ )?(?:consenso|permesso|autorizzazione)|(?:permesso|autorizzazione) (?:\\w+ )?scritt[oa]',
  ],
  onlyConsent: [
    '(?:solo|soltanto|unicamente|esclusivamente)(?: [^ .;]{1,30}){0,5}? (?:consenso|autorizzazione)',
    'con il (?:tuo|suo|vostro) (?:\\w+ )?consenso',
  ],
  optOut: [
    'oppor(?:ti|si|re|vi)|opposizione|opponi|ti opponi',
    'disattiv\\w+',
    'rinunciare|rifiutar(?:e|ti|lo)(?: in qualsiasi momento)? (?:che|l)',
    'escluder(?:ti|si)|opt-out',
    'non (?:vuoi|desideri) che (?:i|le|utilizz|us)\\w*',
  ],
  noSay: [
    'non (?:puoi|può|potete|potrai|potrà|è possibile) (?:più )?(?:oppor\\w*|rifiutar\\w*|escluder\\w*|disattivar\\w*|rinunciare)',
    "(?:nessun|non (?:c['’]è|esiste|hai|ha)) (?:\\w+ ){0,2}?(?:diritto|modo|possibilità) (?:di |a )?(?:oppo|opposi|rifiut)\\w*",
    'non (?:abbiamo bisogno|serve|occorre|chiediamo|è necessario|è richiesto) (?:\\w+ ){0,3}?(?:consenso|autorizzazione|permesso)',
  ],
  optIn: [
    "se (?:tu )?(?:accetti|acconsenti|scegli|attivi|autorizzi|decidi|dai il|l['’]utente (?:acconsente|accetta|autorizza))",
    'con (?:il )?(?:tuo|suo|vostro) (?:\\w+ )?consenso',
    "permetti l['’]uso|opt-in|su base volontaria",
  ],
  anonymous: [
    '(?:utilizzando |usando )?(?:(?:in forma|in modo|solo dati|dati) )?(?:(?:aggregat\\w+ e |solo dati aggregati e ))?(?:anonimizzat\\w+|anonim[oaie]|aggregat\\w+|pseudonimizzat\\w+)',
  ],
  earlier: ['già (?:caricat|pubblicat)[oaie]|anni precedenti|retroattiv\\w+'],
  notPublic: [
    '(?<!(?:non|né|salvo|tranne|mai) (?:[^ .;,]{1,20} ){0,3})(?:pubblic(?:i|he) e privat[ei]|(?:messaggi|contenuti|dati) privati)',
  ],
  limit: ['non generativ\\w+', '(?:esclusivamente|unicamente|solo) per'],
  reserve: ['riserv(?:a|ano|iamo|at[oaie]|are)', 'si oppone'],
  means: ['con', 'tramite', 'mediante', 'usando', 'attraverso'],
  subordinate: ['se', 'salvo', 'solo|unicamente', 'quando', 'che', 'purché', 'sotto'],
  contrast: ['ma|tuttavia|però|eccetto|salvo|a meno|sebbene|bensì|mentre|anziché'],
  weForbid: ['vietiamo|proibiamo', 'non (?:permettiamo|autorizziamo|consentiamo|tolleriamo|accettiamo)'],
  paused: ['sospes\\w+|rinvi\\w+|in pausa'],
  must: [
    '(?:indica|indicate|specifica|dichiara|segnala|etichetta) (?:al|se|quando|che|i|le|il|la|in|chiaramente)',
    'deve|devi|devono|dovete|dovrà',
    'obblig\\w+|richie(?:de|dono|sto|sta)',
    'importante',
  ],
  needNot: [
    'non (?:è|sarà) (?:più )?(?:necessari|obbligatori|richiest)[oa]|non (?:devi|deve|dovete|occorre|serve)(?: più)?',
    'non (?:sei|siete) (?:più )?(?:tenut|obbligat)[oaie]',
    'facoltativ[oa]|senza (?:etichetta|etichettare|indicarlo)',
  ],
  othersMay: [
    '(?<!non )(?:puoi|può|potete|possono)(?! oppor| solo)',
    '(?<!non )(?:è|sei|siete|sono) (?:liber[oi]|consentit\\w+|permess\\w+|autorizzat\\w+)|non (?:è |sono )?(?:più )?(?:vietat|proibit)\\w+',
  ],
  siteContent: [
    '(?:nostr[oaie]|il|la|i|gli|le|del|quest[oa]) (?:\\w+ )?(?:catalogo|catalogh?i|archivi[o]?|articol[oi]|banca dati|biblioteca|contenut[oi] (?:del|di questo) sito)',
  ],
  forNow: [
    'attualmente|al momento|per ora|per il momento|fino a nuovo avviso',
    "non (?:intendiamo|prevediamo|abbiamo (?:l['’])?intenzione)",
  ],
  serviceModel: ['modell[oi] (?:pubblicitari\\w*|di sicurezza|di rilevamento)'],
  example: ['come', 'ad esempio|per esempio', 'inclus\\w+|compres\\w+'],
  disclaimer: [
    'error[ei]|fittizi\\w*|inaspettat\\w*|a scopo informativo|errat\\w*|inesatt\\w*|esatt\\w*|imprecis\\w*',
    'accuratezza|verific\\w*|incomplet\\w*|allucinazioni|responsabil\\w*|garant\\w*|affidabilità',
    'a titolo informativo|non (?:sostitui|costitui)\\w*',
  ],
  binds: [
    '(?:deve|devi|devono|dovrà|dovranno|non può|non puoi|non possono|non potrà|non potranno|possono essere|può essere)',
    '(?:è|sono|resta|restano|sarà|saranno)(?: [^ .;]{1,30}){0,4}? (?:consentit|permess|autorizzat|vietat|esclus|obbligatori|accettat|rifiutat|riservat|richiest|ammess)\\w+',
    '(?:certific|dichiar|garant|conferm|accett|impegn)\\w*|(?:senza|con)(?: [^ .;]{1,30}){0,3}? (?:consenso|autorizzazione|permesso|licenza)|oppo\\w+',
  ],
  serves: [
    'per (?:rispondere|elaborare|generare (?:la|le|una) rispost\\w*|fornire|tradurre|trascrivere)|(?:viene|vengono|sono|è)(?: [^ .;]{1,30}){0,3}? (?:inviat|trasmess|conservat|memorizzat|eliminat|elaborat|trattat)\\w+|responsabil\\w+ del trattamento',
  ],
  offers: [
    'aiut\\w+|permette di|consente di|offr\\w+|scopri\\w*|maggiori informazioni|basat\\w+ su|(?:puoi|potete) (?:creare|generare)|integr\\w+|progettat\\w+',
  ],
  access: [
    '(?:almeno|meno di|più di) \\d{1,2}|anni|crediti|rimbors\\w*|abbonament\\w*|piano|piani|tariff\\w*|prezz\\w*|gratis|gratuit\\w*|al (?:giorno|mese)|beta|non disponibil\\w*',
  ],
  misuse: [
    'legg[ei]|normativ\\w*|illegal\\w*|illecit\\w*|dannos\\w*|armi|odio|violen\\w*|frod[ei]|medic\\w*|password|biometric\\w*',
  ],
  works: [
    '(?:tuoi|tue|tuo|tua|suoi|sue|suo|sua|vostri|vostre|nostri|nostre|loro) (?:\\w+ )?(?:contenut[oi]|oper[ae]|registrazion[ei]|voce|immagini|foto|musica|canzoni|testi|dati)',
    'artist[ai]|autor[ei]|autric[ei]|fotograf[oi]|musicist[ai]|compositor[ei]|interpret[ei]|doppiator[ei]|manoscritt[oi]|registrazioni|disegni|dipinti|catalogh?i|catalogo|royalt(?:y|ies)|compens[oi]',
  ],
  condition: [
    'se(?! (?:lo |non lo |non )?(?:desider|vuo|volet|prefer|caric|pubblic)\\w*| necessario| possibile)',
    'salvo|tranne|eccetto|fatta eccezione|ad eccezione|a meno|purché|a condizione|finché',
    '(?<!non )(?:solo|soltanto|solamente|unicamente|esclusivamente)|fino (?:a|al|alla)|entro(?: \\w+){1,4}? (?:ore|giorni|settimane|mesi|anni)',
  ],
  exempts: ['salvo|tranne|eccetto|fatta eccezione|ad eccezione'],
  limitsBefore: [
    '(?:ciò|questo|quest[ao] \\w+|tale \\w+)(?: \\w+){0,1}? (?:(?:non|solo) (?:si )?(?:applic\\w+|vale|riguarda|comprende)|(?:si )?(?:applica|vale) (?:solo|soltanto|unicamente))',
    'ne (?:sono|è) esclus[oaie]|esclus[oaie] da (?:ciò|questo|quest[ao])',
  ],
  refersBack: ['per (?:questo|ciò|tale uso)|in cambio|(?<=^)(?:ricevono|riceveranno)'],
  aiWord: ['ia|artificial\\w*|intelligen\\w*|generativ\\w*|addestr\\w*', 'sintetic\\w+|clon\\w+|estrazione'],
};
