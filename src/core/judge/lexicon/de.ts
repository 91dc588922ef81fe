import type { Lexicon } from '../lexicon.ts';

/** Words between two that belong together. */
const FEW = '(?: [^ .;]{1,40}){0,3}?';
const SOME = '(?: [^ .;]{1,40}){0,8}?';
/** German denies at the end: "dürfen zum Training von Modellen nicht". */
const MANY = '(?: [^ .;]{1,40}){0,14}?';
const AI = '(?:kis?|ai|künstliche[rnms]? intelligenz|kuenstliche[rnms]? intelligenz)';
/** What a tool answers, as against what people publish. */
const ANSWERS =
  '(?:antworten|ausgaben?|ergebnissen?|arbeitsergebnissen?|resultaten?|vorschlägen?|zusammenfassungen|entwürfen?|analysen|empfehlungen|auswertungen)';
const DEVELOPS_MODELS =
  '(?:verbesserung|weiterentwicklung|entwicklung|optimierung) (?:unserer|ihrer|eigener|von|der) (?:(?!durch|mit|mittels|per|dank)\\w+ ){0,2}?(?:ki-(?:modell|system|algorithm)\\w*|sprachmodellen?|ki(?![-‑]))';

/** The subject is not denied, nor is anything before the verb. */
const UNDENIED = '(?<!(?<!\\w)(?:kein\\w*|nichts?|niemals|nie|weder|noch|niemand)(?: [^ .;,]{1,40}){0,6} )';

export const de: Lexicon = {
  ai: [
    '(?:künstliche|kuenstliche)[rnms]? intelligenz\\w*',
    '(?:generative[rnms]? )?ki(?:[-‑–/]\\w+)*',
    'maschinelle[nsrm]? lern\\w*|machine-learning\\w*',
    'neuronale[nrms]? netz\\w*',
    '(?:große[nrms]? )?(?:sprach|basis)modell\\w*',
    'generative[nrms]? (?:modell|technologi|system|werkzeug|tool|inhalt|verfahren)\\w*',
    'text-? ?(?:und|&|u\\.|and)[- ]data[- ]?mining\\w*|tdm',
    'synthetische[nrms]? (?:medien|inhalt|stimm|audio|bild|video|aufnahm|gesang)\\w*',
    'synthetisch (?:erzeugt|generiert|erstellt|verändert)\\w*',
    'deep-fakes?',
    'stimm(?:en)?klon\\w*|geklonte[nrms]? stimm\\w*|(?:ge)?klon\\w* (?:\\w+ ){0,3}stimmen?|stimmen? (?:\\w+ ){0,3}klonen',
    'eingaben? (?:und|oder|sowie) ausgaben?',
  ],
  train: [
    'training(?!s?(?:plan|pläne|kurs|lager|gruppe|einheit|stunde))\\w*|trainier\\w*|\\w*(?:vor|nach|um)trainier\\w*',
    'anlern\\w*|angelernt\\w*|anzulernen|lerndaten|lernmaterial\\w*',
    'feinabstimm\\w*|feinabgestimmt|feintuning|fein-tuning',
    `(?<=(?:${AI}|modelle|modell|modellen|systeme|systemen|system|algorithmen) (?:beim )?)(?:lernt|lernen)`,
    'eingespeist\\w*|einspeis\\w*|einzuspeisen|gefüttert\\w*|füttern',
    '(?:in|als) (?:\\w+ )?datensätze[n]?|datensätze[n]? (?:für|zum) (?:das |die )?(?:training|trainieren|ki)|als datengrundlage',
    DEVELOPS_MODELS,
    `(?:für|zu) zwecke[n]? (?:der|des|von) (?:generativen )?${AI}|ki-zwecke[n]?`,
  ],
  trainModel: [
    `(?:training\\w*|trainier\\w*)(?: [^ .;]{1,40}){0,6}? (?:\\w+-)?\\w*(?:modell|modelle|modellen|modells|algorithmen|algorithmus|llms?)`,
    `\\w*(?:modelle|modellen|modells|modell|algorithmen)(?: [^ .;]{1,40}){0,8}? (?:zu )?trainier\\w+`,
    '\\w*modelle[ns]?, die(?: [^ .;,]{1,40}){0,8}? trainiert',
    '\\w*modelltraining\\w*|ki-training\\w*',
    `(?:unsere[nrms]?|eigene[nrms]?|ihre[nrms]?|deren|die|neue[nrms]?) (?:\\w+ ){0,2}?(?<!(?:mit|mittels|durch|dank|per|von|hilfe|einsatz)(?: \\w+){1,2} )${AI}(?:-\\w+)*(?: [^ .;,]{1,40}){0,4}? (?:zu )?(?:entwickeln|weiterzuentwickeln|weiterentwickeln|verbessern|optimieren)`,
    'ki-(?:modelle|modellen|systeme|systemen|algorithmen)(?: [^ .;,]{1,40}){0,3}? (?:zu )?(?:entwickeln|weiterzuentwickeln|verbessern|optimieren)',
    '(?:unsere[nr]?|ihre[nr]?|eigene[nr]?|deren) (?:\\w+ ){0,2}?\\w*(?<!geschäfts|preis)modelle[n]? (?:\\w+ ){0,2}?(?:zu )?(?:verbessern|optimieren)',
    DEVELOPS_MODELS,
  ],
  develop: [
    'entwickl\\w*|entwickeln|weiterentwick\\w*|weiterzuentwickeln',
    'verbesser\\w*|optimier\\w*',
    'erstell\\w*|aufbau\\w*|aufzubauen',
    'test\\w*|validier\\w*',
  ],
  model: [
    '\\w*modelle?[ns]?',
    'algorithm\\w+',
    'technologien?',
    'system\\w{0,2}',
    'werkzeugen?|tools?',
    'forschung',
    'produkte?n?|funktionen',
  ],
  aiModel: [
    'ki-(?:modell|system|algorithm)\\w*|\\w*sprachmodell\\w*',
    `(?:modelle?n?|systeme?n?|algorithmen) (?:[^ .;]{1,40} ){0,3}?(?:${AI}|maschinelle[nrs]? lern\\w*)`,
    'neuronale[nrms]? netz\\w*',
  ],
  mining: ['text-? ?(?:und|&|u\\.|and)[- ]data[- ]?mining\\w*|tdm', 'data[- ]?mining\\w*|text[- ]?mining\\w*'],
  scrape: [
    'auslesen|auszulesen|ausgelesen|auslesung',
    'extra(?:hier\\w*|ktion)',
    'abgreifen|abzugreifen|abgegriffen',
    'sammeln|sammlung|gesammelt|zu sammeln',
    'crawl\\w*|spidern?|bots?|robots?',
    'scrap\\w*',
    'durchsuchen|durchsucht',
    'auswerten|auszuwerten|ausgewertet|analysieren|analyse',
    'vervielfältig\\w*',
  ],
  aiMade: [
    'ki-(?:generiert|erzeugt|erstellt|bearbeitet|manipuliert|verändert|komponiert|produziert|unterstützt erstellt)\\w*(?: \\w+)?',
    'ki-(?:gestützt|unterstützt|assistiert|basiert)\\w* (?:\\w+ )?(?:inhalt|musik|bild|werk|song|track|aufnahme|video|stimme|kunst)\\w*',
    'ki-(?:inhalt|musik|bild|song|track|stimme|cover|video|kunst|klon|material|produktion|aufnahme|release|werk|gesang|vocal|content|avatar)\\w*',
    `(?:mit|durch|von|mittels|mithilfe|unter|per|aus)(?: [^ .;]{1,30}){0,4}? ${AI}(?:-\\w+)*(?: [^ .;]{1,30}){0,5}? (?:\\w*erstellt|\\w*generiert|erzeugt|verändert|bearbeitet|hergestellt|komponiert|produziert|manipuliert|geschaffen|nachgebildet|simuliert)\\w*`,
    `(?:mit|durch|mittels|mithilfe|unter)(?: [^ .;]{1,30}){0,4}? ${AI}(?:-\\w+)*(?: [^ .;]{1,30}){0,4}? zu (?:erstellen|generieren|erzeugen|komponieren|produzieren)`,
    `(?:bei der|bei dem|in denen|bei denen|die) ${AI} (?:[^ .;]{1,40} ){0,12}?(?:komponiert|produziert|erstellt|generiert|erzeugt)`,
    'synthetische[nrms]? (?:medien|inhalt|stimm|audio|bild|video|aufnahm|gesang)\\w*|synthetisch (?:erzeugt|generiert|erstellt|verändert)\\w*',
    'künstlich (?:erzeugt|generiert|erstellt)\\w*|digital (?:erzeugt|verändert|manipuliert)\\w*',
    `(?:einsatz|verwendung|nutzung) (?:von |der |generativer )*${AI}(?:-\\w+)* (?:bei|in|für|zur)(?: der| die)? (?:erstellung|produktion|komposition|musik\\w*)`,
  ],
  harm: [
    'minderjährig\\w*|kinder\\w*|kindes\\w*',
    'sexuell\\w*|sexualisiert\\w*|intim\\w*|nackt\\w*|pornogra\\w*|entkleid\\w*',
    'belästig\\w*|mobbing|terror\\w*|extremis\\w*',
  ],
  ownLikeness: [
    '(?:ihre|deine|eure)[nrms]? (?:\\w+ )?(?:stimme|gesicht|bild|bildnis|ebenbild|abbild|gesang|identität)\\w{0,2}',
  ],
  use: ['nutz\\w+|verwend\\w+|einsetzen|eingesetzt', 'analysier\\w+|auswert\\w+|auszuwerten', 'verarbeit\\w+'],
  likeness: [
    'ähnlichkeit\\w*|ähnel\\w*',
    'stimm(?:e|en|lich\\w*|imitat\\w*)',
    'gesicht\\w*',
    'ebenbild\\w*|abbild\\w*|bildnis\\w*',
    'imitier\\w*|imitation\\w*|nachahm\\w*|nachgeahmt\\w*|nachzuahmen|nachbild\\w*|nachgebildet\\w*',
    'identität\\w*|persönlichkeitsrecht\\w*',
    '(?:real|echt|privat|öffentlich|lebend|existierend|prominent|fremd|ander)e[nrms]? (?:\\w+ )?(?:person|mensch|künstler)\\w*',
    'ohne (?:deren|ihre|dessen|die) (?:\\w+ )?(?:zustimmung|einwilligung|erlaubnis)',
    'nicht einvernehmlich\\w*|einverständnis der',
    'nacktheit|nacktbild\\w*|intime[nrms]? (?:bild|aufnahme)\\w*',
  ],
  imitate: [
    'ähnlichkeit\\w*|ähnel\\w*|ebenbild\\w*|abbild\\w*',
    'imitier\\w*|imitation\\w*|nachahm\\w*|nachgeahmt\\w*|nachzuahmen|nachbild\\w*|nachgebildet\\w*|nachstell\\w*',
    'klon\\w*|geklont\\w*|simulier\\w*',
    'bilde?r?n? (?:von|realer) (?:\\w+ ){0,2}?personen',
    'nicht einvernehmlich\\w*',
  ],
  fake: [
    'deep-?fakes?',
    'stimm(?:en)?klon\\w*|geklonte[nrms]? stimm\\w*|(?:ge)?klon\\w* (?:\\w+ ){0,3}stimmen?|stimmen? (?:\\w+ ){0,3}klonen',
    'stimm(?:en)?imitat\\w*|(?:nachahmung|imitation|nachbildung)\\w* (?:\\w+ ){0,3}stimmen?',
    'digitale[nrms]? (?:replik|nachbildung|doppelgänger|zwilling|abbild)\\w*',
    'synthetische[nrms]? stimm\\w*',
  ],
  deceives: ['täusch\\w*|irreführ\\w*|verleumd\\w*|herabwürdig\\w*|falschmeldung\\w*|desinformation|sexuell\\w*'],
  inputOutput: [
    'eingaben?|ausgaben?|prompts?',
    `(?:generiert|erzeugt)e[nrms]? (?:\\w+ )?${ANSWERS}|ki-(?:generierte[nrms]? |generierten )?${ANSWERS}`,
    'generiert\\w* (?:haikus?|bilder\\w*|texte?n?|werken?)(?=(?: [^ .;]{1,40}){0,8}? (?:verbleib|gehör|steh)\\w+)',
  ],
  aiTool: [
    'ki-(?:\\w+-)?(?:funktion|tool|werkzeug|assisten|dienst|system|modell|anwendung|feature|chatbot|suche|agent|plattform|produkt|lösung|technologi|schnittstelle|bot|leistung|gestützt|basiert|gesteuert|verarbeitung|übersetzung|moderation)\\w*',
    '\\w*chatbots?|sprachassistent\\w*|virtuelle[nrms]? assistent\\w*',
  ],
  ownTool: [
    `(?:unsere|diese|solche|bestimmte)[nrms]? (?:[^ .;,]{1,30} ){0,3}?${AI}-(?:\\w+-)?(?:funktion|tool|werkzeug|assisten|dienst|anwendung|feature|chatbot|suche|studio)\\w*`,
  ],
  decide: [
    '\\w*moder(?:ation|ieren|iert)\\w*',
    'erkenn\\w*|erkannt\\w*',
    'empfehl\\w*|empfohlen\\w*',
    'personalisier\\w*',
    'werbung|werbe\\w+|anzeigen',
    'betrug\\w*|betrüger\\w*',
    'sicherheit\\w*',
    'profiling|profilbildung',
    '\\w*entscheidung\\w*',
    'kundenservice|kundendienst|kundensupport|beratungs\\w+',
    'missbrauch\\w*|wortfilter|filterung',
    'alters(?:prüf|verifi|erkenn|schätz)\\w*',
  ],
  pay: [
    'tantieme\\w*',
    'vergüt\\w*|entlohn\\w*|honorar\\w*',
    'monetarisier\\w*|demonetarisier\\w*',
    'auszahl\\w*|ausgezahlt\\w*|ausschütt\\w*',
    'einnahmen|erlöse?n?',
  ],
  noPay: [
    `(?:kein\\w*|nicht|ohne|nie)${FEW} (?:tantieme|vergüt|entlohn|honorar|auszahl|ausschütt|monetarisier|einnahmen|erlös)\\w*`,
    `(?:tantieme|vergüt|honorar|ausschütt|einnahmen|erlös)\\w*${FEW} (?:nicht|ausgeschlossen)|(?:nicht|un)(?: )?vergütet|demonetarisier\\w*`,
  ],
  we: ['wir', 'uns', 'unsere?[nrsm]?'],
  others: [
    'dritte[nrm]?|drittanbieter\\w*|drittunternehmen|drittparteien',
    'partner\\w*',
    'verbundene[nrms]? unternehmen|konzernunternehmen|tochter(?:gesellschaft|unternehmen)\\w*',
    'unterlizenz\\w*|lizenznehmer\\w*',
    'empfänger\\w*',
    'muttergesellschaft\\w*',
    '(?:andere|ki-|externe)[nrms]? ?(?:anbieter|unternehmen|entwickler)\\w*',
    'verkauf\\w*|weitergeb\\w*|weitergegeben|weiterzugeben|weitergabe',
  ],
  yours: [
    '(?:ihre|deine|eure)[nrsm]? (?:[^ .;]{1,30} ){0,2}?(?:inhalte?n?|daten|informationen|werke?n?|uploads?|beiträge?n?|dateien|eingaben?|musik|texte?n?|fotos?|bilde?r?n?|videos?|aufnahmen?|chats?|nachrichten?|dokumente?n?|anfragen?|gespräche?n?|unterhaltungen|songs?|titeln?|stimme|veröffentlichungen)',
    '(?:nutzer|kunden|benutzer|anwender|mitglieder|nutzungs|schüler|patienten)-?(?:inhalte?n?|daten|uploads?|beiträge?n?|eingaben?)',
    '(?:personenbezogene|persönliche)[nrms]? (?:daten|informationen)',
    '(?:inhalte?n?|daten|werke?n?|dateien|musik|material\\w*|informationen|texte?n?),? die (?:sie|du|ihr|nutzer|wir (?:erheben|sammeln))',
    '(?:von ihnen|von dir|von nutzern|durch sie) (?:\\w+ ){0,2}?(?:hochgeladen|bereitgestellt|eingegeben|übermittelt|erstellt|geteilt)\\w*|hochgeladene[nrms]? \\w+',
    '(?:sie|diese|es) (?:wird|werden) (?:[^ .;]{1,40} ){0,4}?nicht',
    'wir (?:verwenden|nutzen|werden)(?: [^ .;]{1,40}){0,8}? (?:nicht|niemals|nie|kein\\w*)',
    '(?:wird|werden) (?:[^ .;]{1,40} ){0,2}?(?:nicht|niemals|nie) (?:zum|zur|für|fürs)|dient nur|nie zum|niemals zum',
  ],
  publicSources: ['öffentlich(?:en|e)? (?:zugängliche\\w* |verfügbare\\w* )?(?:quellen|daten|datensätze\\w*)'],
  uploads: [
    '(?:ihre|deine|eure)[nrsm]? (?:[^ .;]{1,30} ){0,2}?(?:inhalte?n?|werke?n?|uploads?|beiträge?n?|musik|dateien|fotos?|bilde?r?n?|videos?|aufnahmen?|texte?n?|songs?|[a-zäöüß]{0,20}stücke?n?|titeln?|tracks?|beats?|alben|demos?|kompositionen|posts?|kommentaren?|veröffentlichungen|[a-zäöüß]{0,20}mitschnitte?n?|stimmen?|noten|profilen?)',
    'nutzerinhalte?n?|hochgeladene[nrms]? \\w+|uploads?|aufnahmen?|dokumente?n?|öffentliche[nrms]? (?:beiträge?n?|profilen?|posts)',
    'inhalte?n?',
  ],
  publish: [
    'hochlad\\w*|hochgeladen\\w*|hochzuladen|lädst|laden (?:sie )?(?:\\w+ ){0,4}?hoch|uploads?|einreich\\w*|eingereicht\\w*|(?<!vor (?:der|ihrer|deren) )veröffentlich\\w*|vertrieb\\w*|posten|beiträge?n?|releases?|titel|werke?n?|angebote?n?',
  ],
  personal: ['\\w*daten', 'informationen', 'angaben'],
  prompts: ['eingaben?', 'nachrichten?', 'anfragen?', 'unterhaltungen|gespräche?n?|chats?'],
  licence: [
    'lizenz\\w*|unterlizenz\\w*',
    'räum\\w+(?: [^ .;]{1,40}){0,6}? ein',
    'einräum\\w*|einzuräumen|eingeräumt\\w*|recht ein',
    'nutzungsrecht\\w*',
    '(?:gewähr|erteil)\\w+ (?:[^ .;]{1,40} ){0,5}?rechte?',
  ],
  youOwn: [
    '(?:gehör|verbleib|steh)\\w+ (?:\\w+ )?(?:ihnen|dir|euch|dem nutzer|bei ihnen|bei dir|beim nutzer)|(?:sie|du) (?:behalten|behältst|sind (?:\\w+ )?(?:eigentümer|inhaber)\\w*|bist (?:\\w+ )?(?:eigentümer|inhaber)\\w*)',
  ],
  weOwn: [
    '(?:gehör|verbleib|steh)\\w+ (?:\\w+ )?(?:uns|bei uns)|wir (?:behalten|sind (?:\\w+ )?(?:eigentümer|inhaber)\\w*)|unser (?:alleiniges )?eigentum',
  ],
  own: [
    'eigentum\\w*|eigentümer\\w*',
    'gehör(?:t|en)',
    'inhaber\\w*',
    'verbleib(?:t|en)',
    '(?:behalten|behältst|behält) (?:[^ .;]{1,40} ){0,4}?rechte?',
    'stehen (?:ihnen|dir) (?:\\w+ ){0,2}?zu|treten (?:[^ .;]{1,40} ){0,8}?ab',
  ],
  not: [
    'nicht(?![- ](?:nur|exklusiv|ausschließlich|zuletzt|kommerziell))',
    'kein\\w*',
    'niemals|nie',
    'ohne(?! einschränkung| vorherige ankündigung| weiteres)',
    'weder|noch nie',
    'untersag\\w*|verboten|verbiet\\w*',
    'ausgeschlossen|ausschließen|ausschließt|auszuschließen|ausschluss|unterlassen|verzicht\\w*',
    `(?:training|trainings|trainier|ki-)\\w*${SOME} (?:nicht|niemals|nie|ausschließen|ausgeschlossen|ausschließt)(?! nur| zuletzt)`,
  ],
  affirms: [
    `(?<!(?:keinesfalls|niemals|nie|weder|noch|nicht) )(?:können|dürfen|werden|nutzen|verwenden|verarbeiten|trainieren) wir`,
    `(?<!dass )wir(?: (?!nicht|kein|nie|weder)[^ .;,]{1,40}){0,8}? (?:können|dürfen|werden|nutzen|verwenden|verarbeiten|trainieren)`,
    `${UNDENIED}(?:darf|dürfen|kann|können|wird|werden)(?=(?: (?!nicht|kein|nie|weder)[^ .;,]{1,40}){0,10}? (?:verwendet|genutzt|verarbeitet|eingesetzt))`,
  ],
  notUsed: [
    `(?:${AI}|modelle?|systeme?) lern(?:t|en)(?: [^ .;]{1,40}){0,4}? (?:nicht|nie|niemals)`,
    '(?:nicht|niemals|nie) (?:[^ .;]{1,30} ){0,3}?(?:verwend|genutz|nutz|verarbeit|verkauf|weiter|teil|geteilt)\\w*|(?:verwenden|nutzen|verkaufen|teilen|verarbeiten|lesen)(?: [^ .;]{1,30}){0,6}? (?:nicht|niemals|nie|keine?)',
  ],
  userMayNot: [
    `(?<!(?:wir|partner|anbieter) )(?:dürfen|darfst|darf|dürft)(?! wir)${MANY} (?:nicht|kein\\w*|weder)(?! nur)`,
    `(?:sie|du|nutzer|kunden?|nutzerinnen|mitglieder|dritte|lizenznehmer|besucher|urheber|autor|autoren|künstler|teilnehmer) (?:verpflicht|versicher|erklär|garantier|sicher|bestätig|stimm)\\w+${MANY} (?:nicht|kein\\w*)`,
    `(?:ist|sind|wird|werden|bleibt|bleiben)${SOME} (?:(?<!nicht (?:mehr )?)(?:untersagt|verboten)|nicht (?:gestattet|erlaubt|zulässig|zugelassen|statthaft))`,
    '(?:(?<!nicht (?:mehr )?)(?:untersagt|verboten)|nicht (?:gestattet|erlaubt|zulässig|zugelassen|statthaft)) (?:ist|sind|bleibt|bleiben)',
    '(?:ausdrücklich|strengstens|strikt|generell) (?:untersagt|verboten)|nicht (?:gestattet|erlaubt|berechtigt|befugt|statthaft|zulässig)',
    `(?<!wir |uns )untersagt (?:[^ .;]{1,40} ){0,3}?(?:die|das|jede\\w*|jegliche\\w*|den)`,
    `(?<=^|[.:;!?] |bitte )(?:verwenden|nutzen|laden|posten|teilen|erstellen|veröffentlichen|geben) sie${FEW} (?:nicht|kein\\w*)`,
    `(?<=^|[.:;!?] |bitte )(?:verwende|nutze|lade|poste|teile|erstelle|veröffentliche)${FEW} (?:nicht|kein\\w*)`,
    '(?:text|data)[^.;]{0,80}?mining\\w*[^.;]{0,100}? vorbehalten',
    '(?:vorbehalt\\w*|behält sich|behalten uns|behalte mir|widersp(?:richt|rechen|reche))[^.;]{0,160}?(?:mining|training|trainieren)\\w*',
  ],
  forbidden: [
    '(?<!nicht (?:mehr )?)(?:untersag\\w*|verboten\\w*|verbiet\\w*|verbot)',
    'nicht (?:gestattet|erlaubt|zulässig|zugelassen|statthaft|akzeptabel|geduldet|toleriert)',
    `(?:erlauben|gestatten|dulden|tolerieren)${SOME} (?:nicht|kein\\w*)`,
    'unzulässig\\w*|unerlaubt\\w*|unautorisiert\\w*|unbefugt\\w*',
    'verstöß\\w*|verstoß\\w*',
  ],
  unwanted: [
    'entfern\\w*|lösch\\w*|heruntergenommen',
    'abgelehnt\\w*|ablehn\\w*|zurückgewiesen|gesperrt|sperren|ausgeschlossen',
    `(?:akzeptieren|veröffentlichen|vertreiben|aufnehmen|unterstützen|annehmen|listen)${SOME} (?:nicht|kein\\w*)`,
    'nehmen(?: [^ .;]{1,40}){0,8}? nicht (?:an|auf)|nehmen (?:\\w+ )?keine[nr]?(?: [^ .;]{1,40}){0,8}? (?:an|auf)|lehnen(?: [^ .;]{1,40}){0,8}? ab',
    'nicht (?:\\w+ )?(?:akzeptiert|angenommen|veröffentlicht|vertrieben|unterstützt|aufgenommen|empfohlen|vergütet|monetarisiert)',
    'herabgestuft|reichweite|nur (?:\\w+ )?(?:menschlich|original)\\w*',
  ],
  allowed: [
    'nicht (?:mehr )?(?:untersagt|verboten)',
    'erlaub(?:t|en)',
    'gestatte\\w*',
    'zulässig\\w*|zugelassen|akzeptier(?:t|en)|willkommen',
  ],
  discouraged: ['unerwünscht\\w*|nicht erwünscht|raten (?:\\w+ ){0,3}?ab|bitten (?:\\w+ ){0,4}?(?:nicht|kein\\w*)'],
  label: [
    '(?:geben|gib|gebt)(?: [^ .;,]{1,40}){0,6}? an',
    'kennzeichn\\w*|gekennzeichnet\\w*|kenntlich',
    'offenleg\\w*|offengelegt\\w*|offenzulegen|legen(?: [^ .;]{1,40}){0,5}? offen',
    'markier\\w*',
    'mit (?:einem|dem|entsprechendem) hinweis|hinweis auf|hinzuweisen|weisen(?: [^ .;]{1,40}){0,5}? hin',
    'wasserzeichen',
    'angeben|anzugeben|angegeben|deklarier\\w*|auszuweisen|ausgewiesen',
    'transparent\\w*|transparenz',
  ],
  consent: [
    'einwillig\\w*|eingewilligt',
    'zustimm\\w*|zugestimmt',
    'erlaubnis',
    'genehmig\\w*|freigabe|autorisierung|einverständnis',
  ],
  unlessConsent: [
    'es sei denn(?!,? (?:[^ .;]{1,40} ){0,5}(?:widersp|deaktivier|opt))',
    'ohne (?:ihre|deine|die|eure|vorherige|ausdrückliche|dass)[nr]? (?:[^ .;]{1,40} ){0,3}?(?:einwilligung|zustimmung|erlaubnis|genehmigung|zugestimmt|zustimmen)',
    'nur mit (?:\\w+ ){0,3}?(?:einwilligung|zustimmung|erlaubnis)',
    '(?:sofern|wenn|außer|solange|bis) (?:sie|du) (?:[^ .;]{1,40} ){0,6}?(?:zugestimmt|eingewilligt|zustimmen|einwilligen|erlauben)',
  ],
  ourConsent: [
    'unsere[rn]? (?:\\w+ ){0,2}?(?:zustimmung|genehmigung|einwilligung|erlaubnis)|schriftliche[rn]? (?:zustimmung|genehmigung|erlaubnis)',
  ],
  onlyConsent: [
    'nur (?:[^ .;]{1,40} ){0,5}?(?:mit|nach|bei|aufgrund|wenn|sofern) (?:[^ .;]{1,40} ){0,6}?(?:einwilligung|zustimmung|erlaubnis|zugestimmt|eingewilligt|zustimmen|einwilligen|opt-in)',
    'mit (?:ihrer|deiner|eurer) (?:\\w+ ){0,2}?(?:einwilligung|zustimmung|erlaubnis)',
  ],
  optOut: [
    'widersprechen|widersprichst|widersprich|widerspruch\\w*|widersprochen|widerspricht',
    'abwählen|abmelden|deaktivier\\w*',
    'ausschalten|abschalten|auszuschalten|abzuschalten',
    'opt(?:ing)?-?out',
    'nicht möchten,? dass (?:wir|ihre|deine)|dies zu verhindern',
  ],
  noSay: [
    `(?:können|kannst|kann|dürfen|darfst)${SOME} nicht (?:mehr )?(?:widersprechen|ablehnen|abwählen|deaktivieren)`,
    '(?:kein|keine|keinen) (?:\\w+ )?(?:widerspruch\\w*|möglichkeit,? (?:zum widerspruch|zu widersprechen|dem zu widersprechen))|widerspruch ist nicht (?:mehr )?möglich',
    '(?:keine|ohne) (?:\\w+ ){0,2}?(?:einwilligung|zustimmung|erlaubnis) (?:nötig|erforderlich|notwendig)|(?:benötigen|brauchen|verlangen) (?:\\w+ )?keine (?:\\w+ ){0,2}?(?:einwilligung|zustimmung|erlaubnis)',
  ],
  optIn: [
    '(?:wenn|sofern|falls|soweit) (?:sie|du) (?:[^ .;]{1,40} ){0,6}?(?:zustimm\\w*|zugestimmt|einwillig\\w*|eingewilligt|aktivier\\w*|erlaub\\w*|freigeb\\w*)',
    'mit (?:ihrer|deiner|eurer) (?:\\w+ ){0,2}?(?:einwilligung|zustimmung|erlaubnis)',
    'opt-?in',
  ],
  anonymous: [
    '(?:in |mit |aus |auf |nur |ausschließlich )?(?:vollständig )?(?:anonym\\w*|aggregiert\\w*|pseudonym\\w*)',
  ],
  earlier: [
    'bereits (?:hochgeladen|veröffentlicht|gespeichert)\\w*|frühere[nrms]? (?:jahre|uploads|beiträge|werke|aufnahmen)\\w*|rückwirkend',
  ],
  notPublic: [
    '(?<!(?:nicht|keine[nr]?|außer|ohne|nie) (?:[^ .;,]{1,20} ){0,3})(?:öffentliche[nrms]? und private[nrms]?|private[nrms]? (?:inhalte|nachrichten|daten|uploads|aufnahmen))',
  ],
  limit: [
    'nicht-?generativ\\w*',
    '(?:ausschließlich|nur|lediglich) (?:zur?|zum|für)|zu forschungszwecken',
    '(?:sicherheits|moderations|empfehlungs|erkennungs|such|betrugs|spam)(?:modell|system|algorithm)\\w*|spracherkennung\\w*',
  ],
  reserve: ['vorbehalt\\w*|behält sich|behalten uns|behalte mir', 'nutzungsvorbehalt\\w*|rechtsvorbehalt\\w*'],
  means: ['mit', 'mithilfe', 'mittels', 'durch', 'per|anhand|dank', 'unter (?:einsatz|verwendung)'],
  condition: ['wenn|falls|sofern', 'außer', 'nur', 'soweit', 'unter', 'die|der|das|welche[rns]?', 'vorbehaltlich'],
  contrast: ['aber|jedoch|sondern|außer|es sei denn|obwohl|während|stattdessen'],
  weForbid: [
    '(?:wir (?:verbieten|untersagen)|(?:verbieten|untersagen) wir)',
    `(?:erlauben|gestatten|dulden|tolerieren)${SOME} (?:nicht|kein\\w*)`,
  ],
  paused: ['verschoben|verschieben|pausier\\w*|ausgesetzt|aufgeschoben'],
  must: [
    'bitte (?:geben|gib|gebt|kennzeichne|markier|deklarier|weise)\\w*',
    'müssen|muss|musst|müsst',
    'verpflicht\\w+|erforderlich|zwingend',
    'zu kennzeichnen|offenzulegen|anzugeben',
  ],
  needNot: [
    '(?:müssen|muss|musst|brauchen|brauchst|braucht)(?: (?!und|oder)[^ .;,]{1,40}){0,8}? (?:nicht|keine)(?: mehr)?',
    'nicht (?:mehr )?(?:erforderlich|verpflichtet|nötig|notwendig|kennzeichnungspflichtig)|freiwillig|ohne kennzeichnung',
  ],
  othersMay: [
    '(?:sie|du|nutzer|mitglieder|besucher|dritte|forscher|jeder|alle) (?:dürfen|darfst|darf|können|kannst|kann)(?= (?!nicht|kein|nur)[^ .;,]{1,40})',
    'steht (?:ihnen|dir|jedem|allen) frei|(?:nicht|nicht mehr) (?:verboten|untersagt)',
  ],
  siteContent: [
    '(?:unser|unsere[nmrs]?|der|die|das|den|dem|diese[nmrs]?) (?:\\w+ )?(?:katalogs?|archivs?|artikeln?|datenbank|bibliothek|inhalte (?:der|dieser) (?:website|webseite|seite))',
  ],
  forNow: [
    'derzeit|zurzeit|zur zeit|momentan|aktuell|gegenwärtig|vorerst|bis auf weiteres|im moment',
    'keine absicht|nicht (?:beabsichtigt|geplant|vorgesehen)|(?:beabsichtigen|planen)(?: [^ .;]{1,40}){0,3}? nicht|nicht vor',
  ],
  serviceModel: ['(?:werbe|sicherheits|erkennungs|betrugs)(?:modell|algorithm)\\w*'],
  example: [
    'wie (?:etwa|zum beispiel)',
    'zum beispiel|z\\. ?b\\.',
    'einschließlich',
    'etwa',
    'insbesondere',
    'beispielsweise|darunter',
  ],
  disclaimer: [
    'fehler\\w*|erfunden\\w*|fiktiv\\w*|zu informationszwecken|rein informativ\\w*|ungenau\\w*|unvollständig\\w*|unrichtig\\w*|falsch\\w*|richtigkeit|genauigkeit|korrekt\\w*',
    '\\w*prüf\\w*|verlassen|gewähr|gewährleist\\w*|garantier\\w*|haft\\w*|keine (?:\\w+ )?beratung|als beratung|halluzin\\w*|unverbindlich',
  ],
  binds: [
    '(?:dürfen|darf|darfst|dürft|müssen|muss|musst|sollen|soll(?!te)|sollst|kann nur|können nur)',
    '(?:ist|sind|wird|werden|bleibt|bleiben)(?: [^ .;]{1,40}){0,6}? (?:erlaubt|gestattet|zulässig|zugelassen|untersagt|verboten|ausgeschlossen|erforderlich|akzeptiert|angenommen|abgelehnt|entfernt|gesperrt|vorbehalten)',
    '(?:verpflicht|versicher|bestätig|zustimm|erklär|widersprech)\\w*|(?:ohne|mit|nur mit)(?: [^ .;]{1,40}){0,3}? (?:zustimmung|einwilligung|erlaubnis|genehmigung|lizenz)|lizenzier\\w*|widerspr\\w+',
  ],
  serves: [
    'um (?:[^ .;]{1,40} ){0,6}?(?:zu beantworten|zu erzeugen|bereitzustellen|zu verarbeiten|auszuführen)|zur (?:beantwortung|bereitstellung|verarbeitung|übersetzung|transkription|erfüllung)|(?:wird|werden)(?: [^ .;]{1,40}){0,6}? (?:übermittelt|übertragen|gespeichert|verarbeitet|gelöscht|gesendet|weitergeleitet)|auftragsverarbeit\\w*',
  ],
  offers: [
    'hilft|helfen|ermöglich\\w*|unterstütz\\w*|bietet|bieten|entdecke\\w*|erfahren sie mehr|mehr erfahren|sie können (?:[^ .;]{1,40} ){0,5}?(?:erstellen|erzeugen|generieren)|basier\\w+ auf|erstell\\w+ mit',
  ],
  access: [
    '(?:mindestens|unter|ab) \\d{1,2}|jahre alt|volljährig|guthaben|erstattet|abonnement\\w*|tarif\\w*|preis\\w*|kostenlos|pro (?:tag|monat)|beta|nicht verfügbar|kündig\\w*',
  ],
  misuse: [
    '(?:geltende\\w*|anwendbare\\w*) (?:recht|gesetz)\\w*|gesetz\\w*|rechtswidrig\\w*|schadsoftware|waffen|hass\\w*|gewalt\\w*|betrug|medizinisch\\w*|passw\\w+|biometri\\w*',
  ],
  works: [
    '(?:ihre|ihren|ihrer|deine|deinen|deiner|unsere|unserer|unseren|seine|seiner) (?:\\w+ )?(?:inhalte|werke|aufnahmen|stimme|bilder|fotos|musik|lieder|texte|beiträge|daten)',
    'künstler\\w*|urheber\\w*|fotograf\\w*|musiker\\w*|komponist\\w*|sprecher\\w*|autor(?:en|innen)?|manuskripte?\\w*|liedtexte?|aufnahmen|gemälde|zeichnungen|katalog\\w*|archiv\\w*|vergütung\\w*|tantiemen',
  ],
};
