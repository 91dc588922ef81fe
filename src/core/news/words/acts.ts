/** Words for what happens: rules made, contracts signed, cases fought, things said. */
import type { WordList } from '../phrases.ts';

export const TERMS: WordList = {
  en: ['terms', 'terms of service', 'terms of use', 'terms and conditions', 'fine print', 'small print', 'clause*', 'policy', 'policies', 'guideline*', 'rules', 'rule', 'privacy policy', 'user agreement', 'tos', 'wording', 'paragraph'],
  fr: ["conditions d'utilisation", 'conditions generales', 'conditions', 'cgu', 'clause*', 'politique*', 'regles', 'reglement*', 'charte'],
  de: ['agb', 'nutzungsbedingungen', 'geschäftsbedingungen', 'bedingungen', 'klausel*', 'richtlinie*', 'regeln', 'regel', 'vorgaben', 'kleingedruckte*'],
  es: ['terminos', 'condiciones', 'clausula*', 'politica', 'politicas', 'normas', 'reglas', 'letra pequena'],
  it: ['termini', 'condizioni', 'clausol*', 'policy', 'regole', 'norme', 'linee guida', 'regolamento'],
  pt: ['termos', 'condicoes', 'clausula*', 'politica', 'politicas', 'regras', 'diretrizes'],
  ja: ['利用規約', '規約', '条項', 'ポリシー', 'ガイドライン', '方針', 'ルール'],
};

export const CHANGED: WordList = {
  en: ['new', 'updat*', 'chang*', 'revis*', 'reword*', 'rewrit*', 'rewrote', 'rewritten', 'quiet*', 'introduc*', 'amend*', 'adds', 'added', 'in force', 'go live', 'goes live', 'went live', 'live', 'take effect', 'takes effect', 'effective', 'drops', 'scrap*', 'as of', 'from now on', 'tighten*', 'spotted', 'discover*', 'found', 'slipped', 'bans', 'replac*', 'remov*', 'walks back', 'clarif*', 'announc*', 'unveil*', 'roll* out', 'strengthen*', 'adopt*', 'publish*'],
  fr: ['nouve*', 'mis* a jour', 'modifi*', 'change*', 'revis*', 'discretement', 'introdui*', 'ajout*', 'en vigueur', 'supprime*', 'remplac*', 'annonce*', 'decouv*', 'repere*', 'en ligne', 'durcit', 'publie*', 'adopte*'],
  de: ['neu*', 'geändert*', 'änder*', 'überarbeit*', 'aktualisier*', 'still und leise', 'heimlich', 'führt .. ein', 'ergänzt', 'in kraft', 'gestrichen', 'streicht', 'ab sofort', 'ersetzt', 'entdeckt*', 'kündigt', 'verschärf*', 'veröffentlich*', 'stellt .. klar'],
  es: ['nuev*', 'actualiza*', 'cambi*', 'modific*', 'revis*', 'introduc*', 'anad*', 'en vigor', 'elimina', 'sustituye', 'anuncia*', 'discretamente', 'descub*', 'endurece', 'publica'],
  it: ['nuov*', 'aggiorn*', 'cambi*', 'modific*', 'rived*', 'introduc*', 'aggiung*', 'in vigore', 'elimina', 'sostituisce', 'annunc*', 'silenzio*', 'scopert*', 'stretta', 'pubblica'],
  pt: ['nov*', 'atualiz*', 'muda*', 'alter*', 'revis*', 'introduz*', 'adiciona*', 'em vigor', 'elimina', 'substitui', 'anuncia*', 'discretamente', 'descob*', 'endurece', 'publica'],
  ja: ['新', '改定', '更新', '変更', '導入', '追加', '施行', '発表', '削除', '開始', '公開'],
};

/** Machine-made music is kept out, taken out, marked, or paid less. */
export const CONTENT_RULE: WordList = {
  en: [
    'ban', 'bans', 'banned', 'banning', 'prohibit*', 'forbid*', 'outlaw*', 'disallow*', 'no longer accept*', 'not accept*', 'will not be allowed', 'not allowed', 'not welcome', 'no place', 'block', 'blocks', 'blocked', 'blocking', 'bar', 'bars', 'barred', 'reject*', 'refus*', 'keeps out', 'shut* out', 'shut* the door', 'clos* the door', 'crack* down', 'crackdown',
    'remov*', 'purg*', 'tak* down', 'took down', 'takedown*', 'pulled', 'pulls', 'delet*', 'wip*', 'yank*', 'clean* up', 'cull*', 'axe*', 'gone after', 'scrub*',
    'label', 'labels', 'labelled', 'labeled', 'labelling', 'labeling', 'badge*', 'tag', 'tags', 'tagged', 'tagging', 'disclos*', 'mark', 'marks', 'marked', 'flag', 'flags', 'flagged', 'credits', 'stamp*', 'watermark*', 'declare*', 'detect*',
    'demonet*', 'no royalties', 'no .. royalties', 'earn* nothing', 'cuts off', 'cut off', 'stop* paying', 'not pay', 'royalty pool', 'exclude*', 'excluding', 'down rank*', 'downrank*', 'not recommend*', 'hide', 'hides', 'filter*', 'spam', 'limits', 'restrict*', 'strip*', 'ineligible', 'not eligible',
  ],
  fr: ['interdi*', 'bannit', 'banni*', 'bannir', 'bloque*', 'bloquer', 'refus*', 'rejet*', 'exclu*', 'ferme la porte', 'supprim*', 'retir*', 'purge*', 'menage', 'etiquet*', 'label*', 'signal*', 'marqu*', 'badge*', 'identifi*', 'detect*', 'demonetis*', 'ne remunere*', 'prive*', 'ecart*', 'ligne dure', 'filtr*', 'mention*', 'macaron*'],
  de: ['verbiet*', 'verbot*', 'verbannt', 'untersag*', 'kein platz', 'block*', 'sperr*', 'lehnt .. ab', 'schließt .. aus', 'ausschl*', 'ausgeschlossen', 'entfern*', 'lösch*', 'wirft', 'fliegen raus', 'kennzeichn*', 'label*', 'etikett*', 'markier*', 'badge*', 'erkenn*', 'keine .. tantiemen', 'zahlt keine*', 'kein geld', 'demonetis*', 'filter*', 'ausblend*', 'stopp*', 'dreht .. geldhahn', 'nicht mehr'],
  es: ['prohib*', 'veta*', 'vetad*', 'bloque*', 'rechaz*', 'excluy*', 'exclu*', 'cierra la puerta', 'elimin*', 'retir*', 'borra*', 'purga*', 'etiquet*', 'marca*', 'senala*', 'insignia*', 'identific*', 'detect*', 'desmonetiz*', 'no pagar*', 'deja* de pagar', 'no admit*', 'limit*', 'filtr*'],
  it: ['viet*', 'divieto', 'banna*', 'bandi*', 'mette al bando', 'blocc*', 'rifiut*', 'esclu*', 'chiude la porta', 'rimuov*', 'rimoss*', 'rimozione', 'elimin*', 'cancell*', 'etichett*', 'segnal*', 'contrassegn*', 'badge', 'bollino', 'identific*', 'demonetizz*', 'non paga*', 'stop ai', 'filtr*', 'niente royalty', 'taglia*'],
  pt: ['proib*', 'bane', 'banir', 'banid*', 'veta*', 'bloque*', 'rejeit*', 'recus*', 'exclu*', 'fecha a porta', 'remov*', 'retir*', 'derrub*', 'apag*', 'faxina', 'limpeza', 'rotul*', 'etiquet*', 'marca*', 'selo', 'identific*', 'detect*', 'desmonetiz*', 'nao paga*', 'deixa* de pagar', 'filtr*', 'limita'],
  ja: ['禁止', '削除', '排除', 'ブロック', '拒否', 'ラベル', 'バッジ', '表示', '収益化を停止', '収益化停止', '除外', 'タグ', '対象外', '検出', '認めない', '制限', '停止', '開示', '明示'],
};

/** Creators are asked, or may say no. */
export const CHOICE: WordList = {
  en: ['opt out', 'opt outs', 'opt in', 'opted in', 'opted out', 'consent', 'permission', 'permit*', 'allow', 'allows', 'lets you', 'let you', 'lets creators', 'lets artists', 'choose', 'choosing', 'choice', 'toggle', 'switch', 'setting*', 'say yes', 'say no', 'by default', 'control*', 'unless .. agree*', 'authoris*', 'authoriz*'],
  fr: ['opt in', 'opt out', 'consentement', 'accord expres', 'accord prealable', 'autoris*', 'choisir', 'choix', 'refuser', 'par defaut', 'desactiv*', 'opposer', 'reglage*', 'permet aux'],
  de: ['opt in', 'opt out', 'einwillig*', 'zustimm*', 'widersprech*', 'widerspruch', 'erlaub*', 'auswahl', 'wählen', 'standardmäßig', 'schalter', 'einstellung*', 'selbst entscheiden', 'abschalten', 'ohne zu fragen'],
  es: ['opt in', 'opt out', 'consentimiento', 'permiso', 'autoriz*', 'elegir', 'por defecto', 'permite', 'permitir', 'ajuste*', 'desactivar', 'oponerse', 'negarse'],
  it: ['opt in', 'opt out', 'consenso', 'permesso', 'autorizz*', 'scegliere', 'impostazion*', 'consent*', 'disattiv*', 'opporsi', 'di default'],
  pt: ['opt in', 'opt out', 'consentimento', 'permissao', 'autoriza*', 'escolher', 'por padrao', 'permite', 'permitir', 'configurac*', 'desativar', 'recusar'],
  ja: ['オプトイン', 'オプトアウト', '同意', '許可', '選択', '設定', '拒否'],
};

export const STATEMENT: WordList = {
  en: ['denies', 'deny', 'denied', 'insist*', 'assur*', 'promis*', 'pledg*', 'vow*', 'apolog*', 'sorry', 'open letter', 'spokesperson', 'spokesman', 'spokeswoman', 'clarif*', 'respond*', 'responds', 'statement', 'reassur*', 'rules out', 'commit', 'commits', 'committed', 'says it', 'said it', 'says it will', 'never train*', 'does not train', 'will not train', "won't", 'confirms', 'defends', 'backtrack*', 'backpedal*', 'walks back', 'admits', 'position', 'stance', 'our approach', 'stand by', 'ceo'],
  fr: ['nie', 'dement*', 'assure*', 'promet*', "s'engage", 'engagement*', 's excuse', 'lettre ouverte', 'porte parole', 'repond', 'clarif*', 'precise', 'declaration', 'communiqu*', 'affirme', 'recule', 'fait marche arriere', 'se defend', 'confirme', 'jure', 'pdg', 'patron'],
  de: ['bestreitet', 'dementiert', 'versichert', 'verspricht', 'beteuert', 'entschuldig*', 'offene* brief', 'sprecher*', 'stellt .. klar', 'stellt klar', 'reagiert', 'erklär*', 'erklärung', 'rudert zurück', 'bestätigt', 'verteidigt', 'weist .. zurück', 'ceo', 'chef', 'schließt .. aus', 'gelobt'],
  es: ['niega', 'desmiente', 'asegura', 'promete', 'se compromete', 'pide perdon', 'se disculpa', 'carta abierta', 'portavoz', 'responde', 'aclara', 'declaracion', 'comunicado', 'rectifica', 'da marcha atras', 'confirma', 'ceo', 'afirma'],
  it: ['nega', 'smentisce', 'assicura', 'promette', 'si impegna', 'si scusa', 'lettera aperta', 'portavoce', 'risponde', 'chiarisce', 'dichiara*', 'comunicato', 'marcia indietro', 'conferma', 'ceo', 'precisa', 'replica'],
  pt: ['nega', 'desmente', 'assegura', 'garante', 'promete', 'se compromete', 'pede desculpa*', 'carta aberta', 'porta voz', 'responde', 'esclarece', 'declaracao', 'comunicado', 'recua', 'volta atras', 'confirma', 'ceo', 'afirma'],
  ja: ['否定', '声明', '公開書簡', '説明', '約束', '謝罪', 'コメント', '表明', '反論', '明言', 'CEO'],
};

export const DEAL: WordList = {
  en: ['deal', 'deals', 'licens* deal', 'licens* agreement', 'licensing', 'licence deal', 'licensed', 'agreement', 'partner', 'partners', 'partnership', 'pact', 'alliance', 'teams with', 'teams up', 'team up', 'sign', 'signs', 'signed', 'inks', 'strikes', 'joins forces', 'collaborat*', 'strategic', 'joint venture', 'tie up', 'licenses', 'license', 'allies'],
  fr: ['accord', 'accords', 'partenariat*', 'licence', 'licences', 'contrat*', 'signe', 'signent', "s'allie", "s'allient", 'alliance', 's associe*', 's entendent', 'collabor*', 'pacte'],
  de: ['deal', 'lizenz*', 'abkommen', 'vertrag', 'vereinbar*', 'partnerschaft', 'kooperation*', 'kooperier*', 'einig*', 'allianz', 'schließ* .. vertrag', 'unterzeichn*', 'arbeiten zusammen', 'pakt', 'bündnis'],
  es: ['acuerdo*', 'alianza*', 'licencia*', 'contrato', 'firma', 'firman', 'se alia*', 'colabor*', 'pacto', 'pacta*', 'asocia*', 'convenio'],
  it: ['accord*', 'intesa', 'licenz*', 'contratto', 'firma', 'firmano', 'alleanz*', 'partnership', 'collabora*', 'patto', 'si allea*'],
  pt: ['acordo*', 'parceria*', 'licenc*', 'contrato', 'assina', 'assinam', 'alianca', 'se une*', 'colabora*', 'pacto', 'fecha com'],
  ja: ['契約', '提携', 'ライセンス', '合意', 'パートナーシップ', '締結', '協業', '業務提携'],
};

export const SETTLED: WordList = {
  en: ['settl*', 'drops its case', 'drops .. case', 'drop .. suit', 'drops .. suit', 'suit withdrawn', 'withdraw* .. suit', 'withdraw* .. lawsuit', 'bury the hatchet', 'end* .. litigation', 'ends .. lawsuit', 'ending .. lawsuit', 'make peace', 'makes peace', 'truce', 'dismissed after'],
  fr: ['reglement a l amiable', 'a l amiable', 'transig*', 'retire sa plainte', 'retirent leur plainte', 'met fin au litige', 'mettent fin', 'fin du litige', 'enterr* la hache', 'font la paix'],
  de: ['beigelegt', 'legen .. bei', 'legt .. bei', 'vergleich', 'außergerichtlich*', 'zurückgezogen', 'zieht .. klage zurück', 'beend* .. rechtsstreit', 'rechtsstreit .. bei', 'frieden', 'kriegsbeil'],
  es: ['pacto extrajudicial', 'acuerdo extrajudicial', 'retira .. demanda', 'retiran .. demanda', 'pone* fin', 'zanja*', 'hacen las paces', 'hace las paces', 'entierran', 'cierra* .. litigio'],
  it: ['dalla causa', 'ritira .. causa', 'ritirano .. causa', 'chiud* .. causa', 'chiud* .. contenzioso', 'transazione', 'fanno pace', 'fa pace', 'mette fine', 'al posto della causa', 'patteggia*', 'ascia di guerra'],
  pt: ['acordo extrajudicial', 'retira .. processo', 'retiram .. processo', 'encerra* .. processo', 'encerra* .. disputa', 'fazem as pazes', 'faz as pazes', 'poe fim', 'poem fim'],
  ja: ['和解', '訴訟を終結', '訴訟終結', '訴訟を取り下げ', '取り下げ'],
};

export const LAWSUIT: WordList = {
  en: ['lawsuit*', 'sue', 'sues', 'sued', 'suing', 'suit', 'suits', 'court', 'courts', 'courtroom', 'judge*', 'litigation', 'legal action', 'complaint', 'class action', 'plaintiff*', 'defendant*', 'jury', 'trial', 'appeal*', 'legal battle', 'infring*', 'tribunal', 'injunction', 'antitrust', 'v.', 'vs', 'indict*', 'prosecut*', 'pleads guilty', 'case against'],
  fr: ['plainte*', 'proces', 'justice', 'tribunal*', 'juge*', 'litige*', 'poursui*', 'assign*', 'action collective', 'contrefacon', 'appel', 'cour', 'attaque en justice', 'contentieux', 'avocat*'],
  de: ['klag*', 'verklag*', 'gericht*', '*gericht', 'landgericht', 'prozess*', 'rechtsstreit*', 'richter*', 'urteil*', 'sammelklage', 'urheberrechtsverletz*', 'berufung', 'bgh', 'lg', 'klage', 'anklage'],
  es: ['demanda*', 'demandan', 'juicio*', 'tribunal*', 'juez*', 'jueza', 'juzgado', 'litigio*', 'querella', 'pleito', 'demanda colectiva', 'apelacion', 'justicia', 'sentencia*'],
  it: ['causa', 'cause legali', 'denunci*', 'tribunal*', 'giudic*', 'processo', 'contenzioso', 'class action', 'querela', 'sentenz*', 'ricorso', 'corte', 'citazione', 'fa causa', 'fanno causa'],
  pt: ['processo*', 'processa', 'processam', 'tribunal', 'juiz*', 'juiza', 'justica', 'acao judicial', 'acao coletiva', 'litigio', 'sentenca', 'recurso', 'corte'],
  ja: ['訴訟', '提訴', '裁判', '判決', '地裁', '高裁', '裁判所', '控訴', '著作権侵害'],
};

/** A court has spoken. */
export const RULING: WordList = {
  en: ['rules', 'ruled', 'court finds', 'court found', 'ruling', 'verdict', 'judgment', 'judgement', 'judges found', 'judge finds', 'judge found', 'convict*', 'sides with', 'sided with', 'wins', 'won', 'loses', 'lost', 'infringed', 'upholds', 'upheld', 'struck down', 'orders', 'ordered', 'liable', 'fair use', 'decides', 'decided', 'holds that', 'guilty', 'sentenced'],
  fr: ['donne raison', 'condamn*', 'juge que', 'a juge', 'jugement', 'arret', 'verdict', 'tranche*', 'decision', 'impose', 'deboute*', 'l emporte', 'reconnu coupable', 'viole*'],
  de: ['urteil*', 'verurteil*', 'gibt .. recht', 'recht bekommen', 'entschied*', 'entscheid*', 'gewinnt', 'verliert', 'siegt', 'sieg', 'verletzt', 'hätte .. müssen', 'rechtskräftig', 'unterliegt', 'schuldig'],
  es: ['sentencia*', 'falla*', 'fallo', 'da la razon', 'dictamina*', 'condena*', 'gana', 'pierde', 'vulnero', 'infringio', 'resuelve', 'veredicto', 'culpable'],
  it: ['sentenz*', 'condann*', 'da ragione', 'stabilisce', 'vince', 'perde', 'ha violato', 'verdetto', 'decide', 'colpevole'],
  pt: ['sentenca*', 'condena*', 'da razao', 'decide', 'decidiu', 'ganha', 'vence', 'perde', 'violou', 'veredito', 'culpado'],
  ja: ['判決', '勝訴', '敗訴', '認定', '命じ', '有罪', '判断'],
};

/** A case goes on and nothing is decided. */
export const PROCEDURE: WordList = {
  en: ['hearing*', 'hear', 'hears', 'heard', 'trial begins', 'trial opens', 'opens', 'begins', 'discovery', 'sealed', 'confidentiality', 'motion', 'motions', 'deposition*', 'deadline', 'no ruling', 'ruling due', 'due in', 'no decision', 'postpon*', 'delay*', 'schedul*', 'amended complaint', 'amend*', 'filing', 'filings', 'case stands', 'expert witness*', 'docket', 'judge asks', 'status conference', 'jury selection', 'asks the court', 'asks court', 'asks judge', 'seeks dismissal', 'bid to dismiss', 'argues', 'arguments', 'testif*', 'protective order', 'consolidat*', 'transfer*'],
  fr: ['audience*', "s'ouvre", 'a debute', 'debute', 'commence', 'delibere', 'mis en delibere', 'report*', 'aucune decision', 'pas encore', 'calendrier', 'requete*', 'plaidoirie*', 'expert*'],
  de: ['verhand*', 'begonnen', 'beginnt', 'prozessauftakt', 'auftakt', 'noch nicht', 'keine entscheidung', 'noch keine', 'noch kein urteil', 'vertagt', 'verschoben', 'termin', 'anhörung', 'antrag', 'gutachten'],
  es: ['audiencia*', 'vista', 'comienza', 'arranca', 'aplaza*', 'sin fallo', 'aun no', 'todavia no', 'mocion', 'visto para sentencia', 'peritos', 'calendario'],
  it: ['udienz*', 'al via il processo', 'inizia*', 'rinvi*', 'nessuna decisione', 'non ancora', 'istanza', 'perit*', 'calendario'],
  pt: ['audiencia*', 'comeca', 'adia*', 'sem decisao', 'ainda nao', 'mocao', 'pericia', 'calendario'],
  ja: ['口頭弁論', '審理', '開廷', '延期', '審問', '公判', '初公判', '申し立て'],
};
