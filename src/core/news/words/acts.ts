/** Words for what happens: rules made, contracts signed, cases fought, things said. */
import type { WordList } from '../phrases.ts';

export const TERMS: WordList = {
  en: `
    terms, terms of service, terms of use, terms and conditions, fine print, small print, clause*, policy, policies,
    guideline*, rules, rule, privacy policy, user agreement, tos, wording, paragraph`,
  fr: `
    conditions d'utilisation, conditions generales, conditions, cgu, clause*, politique*, regles, reglement*, charte`,
  de: `
    agb, nutzungsbedingungen, geschäftsbedingungen, bedingungen, klausel*, richtlinie*, regeln, regel, vorgaben,
    kleingedruckte*`,
  es: `terminos, condiciones, clausula*, politica, politicas, normas, reglas, letra pequena`,
  it: `termini, condizioni, clausol*, policy, regole, norme, linee guida, regolamento`,
  pt: `termos, condicoes, clausula*, politica, politicas, regras, diretrizes`,
  ja: `利用規約, 規約, 条項, ポリシー, ガイドライン, 方針, ルール`,
};

export const CHANGED: WordList = {
  en: `
    new, updat*, chang*, revis*, reword*, rewrit*, rewrote, rewritten, quiet*, introduc*, amend*, adds, added,
    in force, go live, goes live, went live, live, take effect, takes effect, effective, drops, scrap*, as of,
    from now on, tighten*, spotted, discover*, found, slipped, bans, replac*, remov*, walks back, clarif*, announc*,
    unveil*, roll* out, strengthen*, adopt*, publish*, in effect, now, starting, from today, begins,
    will be rewritten, reworks, overhaul*, explicit*`,
  fr: `
    nouve*, mis* a jour, modifi*, change*, revis*, discretement, introdui*, ajout*, en vigueur, supprime*, remplac*,
    annonce*, decouv*, repere*, en ligne, durcit, publie*, adopte*`,
  de: `
    neu*, geändert*, änder*, überarbeit*, aktualisier*, still und leise, heimlich, führt .. ein, ergänzt, in kraft,
    gestrichen, streicht, ab sofort, ersetzt, entdeckt*, kündigt, verschärf*, veröffentlich*, stellt .. klar`,
  es: `
    nuev*, actualiza*, cambi*, modific*, revis*, introduc*, anad*, en vigor, elimina, sustituye, anuncia*,
    discretamente, descub*, endurece, publica`,
  it: `
    nuov*, aggiorn*, cambi*, modific*, rived*, introduc*, aggiung*, in vigore, elimina, sostituisce, annunc*,
    silenzio*, scopert*, stretta, pubblica`,
  pt: `
    nov*, atualiz*, muda*, alter*, revis*, introduz*, adiciona*, em vigor, elimina, substitui, anuncia*,
    discretamente, descob*, endurece, publica`,
  ja: `新, 改定, 更新, 変更, 導入, 追加, 施行, 発表, 削除, 開始, 公開`,
};

/** Machine-made music is kept out or taken out. */
export const BANNED: WordList = {
  en: `
    ban, bans, banned, banning, prohibit*, forbid*, outlaw*, disallow*, no longer accept*, not accept*,
    not be accepted, not be allowed, not allowed, not welcome, no place, no room for, block, blocks, blocked,
    blocking, bar, bars, barred, reject*, refuse, refuses, keeps out, shut* out, shut* the door, clos* the door,
    shows .. the door, crack* down, crackdown, zero tolerance, says no to, turns away, off limits, remove, removes,
    removed, removing, removal, purg*, tak* down, took down, takes .. down, takedown*, pulled, pulls, delet*, wipe*,
    yank*, clean* up, cull*, axe*, scrub*, kicks, boots, kicked off, weed* out, get* tough, human only,
    guaranteed human, evict*, delist*, leaves out, keeps .. out, keep .. out, excludes, exclude`,
  fr: `
    interdi*, bannit, banni*, bannir, bloque*, bloquer, refuse, refusent, refus, rejet*, exclu*, ferme la porte,
    ferment la porte, supprim*, retir*, purge*, menage, ligne dure, n'accepte*, chasse*, tolerance zero, dit non,
    mis* a la porte, proscri*, vire`,
  de: `
    verbiet*, verbot*, verbannt, untersag*, kein platz, keinen platz, block*, sperr*, lehnt .. ab, schließt .. aus,
    schließen .. aus, ausschl*, ausgeschlossen, entfern*, lösch*, wirft, fliegen raus, rauswurf, nimmt .. nicht mehr,
    nimmt keine, nehmen keine, hausverbot, macht schluss, null toleranz, weist .. ab, räumt auf, unerwünscht`,
  es: `
    prohib*, veta, vetan, veto, vetad*, bloque*, rechaza*, excluy*, exclui*, cierra la puerta, elimina*, retira*,
    borra*, purga*, no admit*, no acept*, expulsa*, mano dura, tolerancia cero, dice no, deja .. fuera,
    dejan .. fuera`,
  it: `
    viet*, divieto, banna*, bandi*, mette al bando, messa al bando, blocc*, rifiut*, esclu*, chiude la porta, rimuov*,
    rimoss*, rimozione, elimin*, cancell*, niente musica, stop alla, stop ai brani, linea dura, dice no, fuori,
    non accett*, tolleranza zero`,
  pt: `
    proib*, bane, banir, banid*, baniu, veta, vetou, bloque*, rejeit*, exclui*, fecha a porta, remov*, retir*,
    derrub*, apaga*, faxina, limpeza, nao aceit*, diz nao, linha dura, barra, expuls*, tolerancia zero, de fora,
    deixa .. de fora, fora do`,
  ja: `禁止, 削除, 排除, ブロック, 拒否, 除外, 認めない, 受け付けない, 締め出, 取り締まり`,
};

/** Machine-made music earns less or is shown to fewer. */
export const UNPAID: WordList = {
  en: `
    demoneti*, no royalties, no .. royalties, earn* nothing, earn* no, cuts off, cut off, stop* paying, not pay,
    no longer pay*, royalty pool, without pay, exclude* .. recommend*, excluded, excluding, down rank*, downrank*,
    not recommend*, not be recommended, ineligible, not eligible, lower royalt*, reduced royalt*, half royalt*,
    withhold*, strip* .. royalt*, out of algorithmic, no payout*`,
  fr: `
    demonetis*, ne remunere*, ne paie*, ne paye*, prive*, ecarte*, sans remuneration, coupe les vivres,
    plus de royalties, exclu* des recommandations, hors des recommandations, zero droit*`,
  de: `
    keine .. tantiemen, zahlt keine*, zahlt .. nicht, kein geld, demonetis*, dreht .. geldhahn, geldhahn,
    keine vergütung, keine ausschüttung, streicht .. tantiemen, nicht mehr vergütet, nicht empfohlen, leer aus,
    ohne vergütung`,
  es: `
    desmonetiz*, no paga*, no pagar*, deja* de pagar, sin regalias, sin royalties, cierra el grifo, no cobrar*,
    no recomend*, sin remuneracion`,
  it: `
    demonetizz*, non paga*, niente royalty, niente compensi, stop alle royalty, smette di pagare, chiude i rubinetti,
    senza compenso, taglia* .. royalty, non remunera*`,
  pt: `
    desmonetiz*, nao paga*, deixa* de pagar, sem royalties, corta .. pagamento*, fecha a torneira, sem remuneracao`,
  ja: `収益化を停止, 収益化停止, 収益対象外, 対象外, 支払わない, 分配しない, 無収益`,
};

/** Machine-made music is marked, or must be declared. */
export const MARKED: WordList = {
  en: `
    labelled, labeled, labelling, labeling, badge, badges, tag, tags, tagged, tagging, disclose*, disclosure*,
    ai credits, declare, declares, declared, transparency, ddex, stamp*, verified, verification, spam filter,
    warning*, verifies, verifying, verify, green tick, blue tick, checkmark, check mark, seal, certif*, proof of,
    label ai, labels ai, ai labels, ai label, to label, label songs, label music, labels for, label for, will label,
    label fully, label .. generated, labels .. generated, label .. ai`,
  fr: `
    etiquet*, labellis*, badge*, signale, signaler, signalera*, mention obligatoire, macaron*, declarer, transparence,
    identifie*, marquage, marque les, certifi*, verifi*, coche, sceau`,
  de: `
    kennzeichn*, gekennzeichnet, etikett*, markier*, badge*, label für, transparenz*, deklar*, hinweis*, ausweisen,
    offenleg*, verifizier*, siegel, häkchen, zertifi*, prüfsiegel`,
  es: `
    etiquet*, marcara*, insignia*, senala*, identificar*, declarar, transparencia, distintivo*, sello de ia, avisara*,
    verific*, certific*, sello de`,
  it: `
    etichetta le, etichetter*, etichettatura, etichette per, segnal*, contrassegn*, badge, bollino, trasparenza,
    dichiarare, obbligo di, verific*, certific*, sigillo`,
  pt: `
    rotul*, etiquet*, selo, selos, marcar*, identificar*, declarar, transparencia, sinaliza*, verific*, certific*`,
  ja: `ラベル, バッジ, 表示, タグ, 開示, 明示, 明記, 表記, 申告, 認証, 認定マーク, 本人確認`,
};

/** Others want a rule that is not there yet. */
export const DEMANDED: WordList = {
  en: `
    call for, calls for, call on, calls on, demand, demands, urge, urges, urged, should, asks for, want, petition*,
    experts, critics, campaigners, lobby*, pressure`,
  fr: `reclame*, demandent, exig*, appelle* a, appellent, experts, devrait, faut il, plaide*`,
  de: `fordern, fordert, forderung*, verlangen, verlangt, fachleute, experten, sollte, sollten, appell*`,
  es: `piden, pide, exige*, reclama*, expertos, deberia*, instan`,
  it: `chiedono, chiede, esperti, appello, dovrebbe*, invoca*, sollecit*`,
  pt: `pedem, pede, exige*, cobram, especialistas, deveria*, reivindica*`,
  ja: `求め, 要望, 専門家, 要請`,
};

/** Creators are asked, or may say no. */
export const CHOICE: WordList = {
  en: `
    opt out, opt outs, opt in, opted in, opted out, consent, permission, permit*, allow, allows, lets you, let you,
    lets creators, lets artists, choose, choosing, choice, toggle, switch, setting*, say yes, say no, by default,
    control*, unless .. agree*, authoris*, authoriz*`,
  fr: `
    opt in, opt out, consentement, accord expres, accord prealable, autoris*, choisir, choix, refuser, par defaut,
    desactiv*, opposer, reglage*, permet aux, accord des artistes, demander l accord, avec leur accord,
    sans leur accord, sans accord`,
  de: `
    opt in, opt out, einwillig*, zustimm*, widersprech*, widerspruch, erlaub*, auswahl, wählen, standardmäßig,
    schalter, einstellung*, selbst entscheiden, abschalten, ohne zu fragen, zustimmung, nur mit zustimmung,
    ohne zustimmung, ohne einwilligung`,
  es: `
    opt in, opt out, consentimiento, permiso, autoriz*, elegir, por defecto, permite, permitir, ajuste*, desactivar,
    oponerse, negarse`,
  it: `
    opt in, opt out, consenso, permesso, autorizz*, scegliere, impostazion*, consent*, disattiv*, opporsi, di default`,
  pt: `
    opt in, opt out, consentimento, permissao, autoriza*, escolher, por padrao, permite, permitir, configurac*,
    desativar, recusar`,
  ja: `オプトイン, オプトアウト, 同意, 許可, 選択, 設定, 拒否`,
};

/** A platform or company speaks. */
export const STATEMENT: WordList = {
  en: `
    spokesperson, spokesman, spokeswoman, clarif*, respond*, statement, says, said it, says it will, confirms,
    position, stance, our approach, ceo, boss, chief, tells, told, explains, our commitment, where we stand`,
  fr: `
    porte parole, repond, clarif*, precise, declaration, communiqu*, affirme, confirme, pdg, patron, annonce,
    dirigeant`,
  de: `sprecher*, stellt .. klar, reagiert, erklär*, erklärung, bestätigt, ceo, chef, kündigt, sagt, äußert sich`,
  es: `portavoz, responde, aclara, declaracion, comunicado, confirma, ceo, afirma, dice, anuncia, explica`,
  it: `portavoce, risponde, chiarisce, dichiara*, comunicato, conferma, ceo, precisa, replica, annuncia, spiega`,
  pt: `porta voz, responde, esclarece, declaracao, comunicado, confirma, ceo, afirma, diz, anuncia, explica`,
  ja: `声明, 説明, コメント, 表明, 明言, CEO, 発表, 見解`,
};

/** It says that it did not, does not, will not. */
export const DENIED: WordList = {
  en: `
    denies, deny, denied, denial, insist*, assur*, reassur*, rules out, never train*, does not train, do not train,
    will not train, has not trained, not been used, have never, has never, not use, won't, defends, rejects claims,
    rebut*, no artist, pushes back`,
  fr: `
    nie, nient, dement*, assure*, se defend, n'a jamais, n'ont jamais, n'utilise pas, n'entraine pas, n'entrainera*,
    rassure*, refute`,
  de: `
    bestreitet, dementiert, versichert, beteuert, verteidigt, weist .. zurück, schließt .. aus, nie mit,
    nicht trainiert, nicht zum training, beschwichtigt, keine .. trainiert`,
  es: `
    niega, desmiente, asegura, se defiende, nunca ha, no ha usado, no entrena, no entrenara, descarta, tranquiliza`,
  it: `nega, smentisce, assicura, si difende, non ha mai, non usa, non addestra, non addestrera, esclude, rassicura`,
  pt: `
    nega, desmente, assegura, garante, se defende, nunca usou, nao usou, nao treina, nao treinara, descarta,
    tranquiliza`,
  ja: `否定, 反論, 使っていない, 使用していない, 学習していない, 利用していない, 利用しない, 使わない`,
};

/** It gives way, apologises, binds itself. */
export const PROMISED: WordList = {
  en: `
    promis*, pledg*, vow*, apolog*, sorry, open letter, a letter from, commit, commits, committed, backtrack*,
    backpedal*, walks back, walk back, admits, acknowledg*, concede*, will be rewritten, rewrite*, will need, u turn,
    reverses course, climbs down, regrets, stand by`,
  fr: `
    promet*, s'engage*, engagement*, s'excuse*, lettre ouverte, recule, fait marche arriere, reconnait, jure,
    fait machine arriere, regrette`,
  de: `
    verspricht, entschuldig*, offene* brief, rudert zurück, gelobt, räumt .. ein, gibt .. zu, lenkt ein, zusage,
    sagt .. zu, verpflichtet sich, rückzieher, bedauert`,
  es: `
    promete*, se compromete*, pide perdon, se disculpa, carta abierta, rectifica, da marcha atras, reconoce, admite,
    lamenta, recula`,
  it: `
    promette, promettono, si impegna, si scusa, lettera aperta, marcia indietro, ammette, riconosce, fa dietrofront,
    dietrofront`,
  pt: `
    promete, se compromete, compromete-se, pede desculpa*, carta aberta, recua, volta atras, reconhece, admite,
    lamenta`,
  ja: `公開書簡, 約束, 謝罪, 認め, 修正へ, 撤回, 見直し, 誓約`,
};

export const DEAL: WordList = {
  en: `
    deal, deals, licens* deal, licens* agreement, licensing, licence deal, licensed, agreement, partner, partners,
    partnership, pact, alliance, teams with, teams up, team up, inks, strikes, joins forces, collaborat*, strategic,
    joint venture, tie up, licenses, license, allies, sign with, signs with, signed with, sign .. deal, signs .. deal,
    have signed, each signed, licence*, agree to, agree on, allied`,
  fr: `
    accord, accords, partenariat*, licence, licences, contrat*, s'allie, s'allient, alliance, s associe*, s entendent,
    collabor*, pacte`,
  de: `
    deal, lizenz*, abkommen, vertrag, vereinbar*, partnerschaft, kooperation*, kooperier*, einig*, allianz,
    schließ* .. vertrag, unterzeichn*, arbeiten zusammen, pakt, bündnis`,
  es: `
    acuerdo*, alianza*, licencia*, contrato, se alia*, colabor*, pacto, pacta*, asocia*, convenio, firma con,
    firman con`,
  it: `
    accord*, intesa, licenz*, contratto, alleanz*, partnership, collabora*, patto, si allea*, firma con, firmano con`,
  pt: `acordo*, parceria*, licenc*, contrato, alianca, se une*, colabora*, pacto, fecha com, assina com`,
  ja: `契約, 提携, ライセンス, 合意, パートナーシップ, 締結, 協業, 業務提携`,
};

export const SETTLED: WordList = {
  en: `
    settl*, drops its case, drops .. case, drop .. suit, drops .. suit, suit withdrawn, withdraw* .. suit,
    withdraw* .. lawsuit, bury the hatchet, end* .. litigation, ends .. lawsuit, ending .. lawsuit, make peace,
    makes peace, truce, dismissed after`,
  fr: `
    reglement a l amiable, a l amiable, transig*, retire sa plainte, retirent leur plainte, met fin au litige,
    mettent fin, fin du litige, enterr* la hache, font la paix`,
  de: `
    beigelegt, legen .. bei, legt .. bei, vergleichen sich, einigen sich, außergerichtlich*, zurückgezogen,
    zieht .. klage zurück, beend* .. rechtsstreit, rechtsstreit .. bei, frieden, kriegsbeil`,
  es: `
    pacto extrajudicial, acuerdo extrajudicial, retira .. demanda, retiran .. demanda, pone* fin, zanja*,
    hacen las paces, hace las paces, entierran, cierra* .. litigio`,
  it: `
    dalla causa, ritira .. causa, ritirano .. causa, chiud* .. causa, chiud* .. contenzioso, transazione, fanno pace,
    fa pace, mette fine, al posto della causa, patteggia*, ascia di guerra`,
  pt: `
    acordo extrajudicial, retira .. processo, retiram .. processo, encerra* .. processo, encerra* .. disputa,
    fazem as pazes, faz as pazes, poe fim, poem fim`,
  ja: `和解, 訴訟を終結, 訴訟終結, 訴訟を取り下げ, 取り下げ`,
};

export const LAWSUIT: WordList = {
  en: `
    lawsuit*, sue, sues, sued, suing, suit, suits, court, courts, courtroom, judge*, litigation, legal action,
    complaint, class action, plaintiff*, defendant*, jury, trial, appeal*, legal battle, infring*, tribunal,
    injunction, v., vs, indict*, prosecut*, pleads guilty, case against, case stands, the case, court documents,
    lawyers, attorneys, class actions, sues for, complaints`,
  fr: `
    plainte*, proces, justice, tribunal*, juge*, litige*, poursui*, assign*, action collective, contrefacon, appel,
    cour, attaque en justice, contentieux, avocat*`,
  de: `
    klag*, verklag*, gericht*, *gericht, landgericht, prozess*, rechtsstreit*, richter*, urteil*, sammelklage,
    urheberrechtsverletz*, berufung, bgh, lg, klage, anklage`,
  es: `
    demanda*, demandan, juicio*, tribunal*, juez*, jueza, juzgado, litigio*, querella, pleito, demanda colectiva,
    apelacion, justicia, sentencia*`,
  it: `
    causa, cause legali, denunci*, tribunal*, giudic*, processo, contenzioso, class action, querela, sentenz*,
    ricorso, corte, citazione, fa causa, fanno causa`,
  pt: `
    processo*, processa, processam, tribunal, juiz*, juiza, justica, acao judicial, acao coletiva, litigio, sentenca,
    recurso, corte`,
  ja: `訴訟, 提訴, 裁判, 判決, 地裁, 高裁, 裁判所, 控訴, 著作権侵害`,
};

/** A case begins. */
export const FILED: WordList = {
  en: `
    sue, sues, sued, suing, files, filed, file suit, take* .. to court, took .. to court, taken to court, hit with,
    hits .. with, slapped with, new lawsuit, brings .. case, launch* .. legal, class action, legal action, lodges,
    haul* .. court, accuse* .. in lawsuit, takes legal, lawsuit accuses, lawsuit claims, lawsuit alleges, to court,
    before the court, class actions, file class, files suit`,
  fr: `
    porte plainte, portent plainte, attaque* en justice, attaque*, assign*, poursuit, poursuivent, action collective,
    saisit, saisissent, traine* .. justice, depose* plainte, intente*`,
  de: `
    verklag*, klagt, klagen gegen, reicht .. klage, reichen .. klage, klage gegen, sammelklage, zieht vor, ziehen vor,
    zieht .. gericht, angeklagt, reicht klage`,
  es: `
    demandan, demanda a, demanda contra, denuncia a, lleva* .. tribunales, lleva* a juicio, querella,
    demanda colectiva, presenta* .. demanda, interpone*`,
  it: `
    fa causa, fanno causa, cita* in giudizio, denuncia*, class action, porta* .. tribunale, trascina* .. tribunale,
    avvia* .. causa, azione legale`,
  pt: `
    processa, processam, processou, aciona* .. justica, acao coletiva, entra* na justica, move* .. acao,
    leva* .. tribunal, acao contra`,
  ja: `提訴, 訴え, 集団訴訟, 起訴`,
};

/** A court has spoken. */
export const RULING: WordList = {
  en: `
    rules, ruled, court finds, court found, ruling, verdict, judgment, judgement, judges found, judge finds,
    judge found, convict*, sides with, sided with, wins, won, loses, lost, infringed, upholds, upheld, struck down,
    orders, ordered, liable, fair use, decides, decided, holds that, guilty, sentenced`,
  fr: `
    donne raison, condamn*, juge que, a juge, jugement, arret, verdict, tranche*, decision, impose, deboute*,
    l emporte, reconnu coupable, viole*`,
  de: `
    urteil*, verurteil*, gibt .. recht, recht bekommen, entschied*, entscheid*, gewinnt, verliert, siegt, sieg,
    verletzt, hätte .. müssen, rechtskräftig, unterliegt, schuldig`,
  es: `
    sentencia*, falla*, fallo, da la razon, dictamina*, condena*, gana, pierde, vulnero, infringio, resuelve,
    veredicto, culpable`,
  it: `sentenz*, condann*, da ragione, stabilisce, vince, perde, ha violato, verdetto, decide, colpevole`,
  pt: `sentenca*, condena*, da razao, decide, decidiu, ganha, vence, perde, violou, veredito, culpado`,
  ja: `判決, 勝訴, 敗訴, 認定, 命じ, 有罪, 判断`,
};

/** A case goes on and nothing is decided. */
export const PROCEDURE: WordList = {
  en: `
    hearing*, hear, hears, heard, trial begins, trial opens, opens, begins, discovery, sealed, confidentiality,
    motion, motions, deposition*, deadline, no ruling, ruling due, due in, no decision, postpon*, delay*, schedul*,
    amended complaint, amend*, filing, filings, case stands, expert witness*, docket, judge asks, status conference,
    jury selection, asks the court, asks court, asks judge, seeks dismissal, bid to dismiss, argues, arguments,
    testif*, protective order, consolidat*, transfer*, could grow, if judge, judge agrees, unseal*, want the, seek*,
    want to add, expand*, judge weighs, court documents, filing shows, filings show, new evidence, reply brief, brief,
    still, stays, year end, pending`,
  fr: `
    audience*, s'ouvre, a debute, debute, commence, delibere, mis en delibere, report*, aucune decision, pas encore,
    calendrier, requete*, plaidoirie*, expert*`,
  de: `
    verhand*, begonnen, beginnt, prozessauftakt, auftakt, noch nicht, keine entscheidung, noch keine,
    noch kein urteil, vertagt, verschoben, termin, anhörung, antrag, gutachten, stand der dinge, weiteres verfahren,
    prozess .. begonnen, entscheidung gab es noch nicht, entscheidung .. noch nicht`,
  es: `
    audiencia*, vista, comienza, arranca, aplaza*, sin fallo, aun no, todavia no, mocion, visto para sentencia,
    peritos, calendario`,
  it: `udienz*, al via il processo, inizia*, rinvi*, nessuna decisione, non ancora, istanza, perit*, calendario`,
  pt: `audiencia*, comeca, adia*, sem decisao, ainda nao, mocao, pericia, calendario`,
  ja: `口頭弁論, 審理, 開廷, 延期, 審問, 公判, 初公判, 申し立て`,
};
