/** Words for what happens: rules made, contracts signed, cases fought, things said. */
import type { PhraseList } from '../phrase-search.ts';

export const TERMS: PhraseList = {
  en: `
    terms, terms of service, terms of use, terms and conditions, fine print, small print, clause*, policy, policies,
    guideline*, rules, rule, privacy policy, user agreement, tos, wording, paragraph, charter, red line*,
    code of conduct, licence terms, user terms, agreement terms, passage, addendum, contract, contracts`,
  fr: `
    conditions d'utilisation, conditions generales, conditions, cgu, clause*, politique*, regles, reglement*, charte,
    lignes rouges, ligne rouge, engagements, passage, alinea, paragraphe`,
  de: `
    agb, nutzungsbedingungen, geschäftsbedingungen, bedingungen, klausel*, richtlinie*, regeln, regel, vorgaben,
    kleingedruckte*, rote linien, charta, kodex, leitlinie*, absatz, passus, passage, paragraf*`,
  es: `
    terminos, condiciones, clausula*, politica, politicas, normas, reglas, letra pequena, lineas rojas,
    carta de principios, codigo, parrafo, pasaje`,
  it: `
    termini, condizioni, clausol*, policy, regole, norme, linee guida, regolamento, linee rosse, carta dei principi,
    codice, paragrafo, passaggio`,
  pt: `
    termos, condicoes, clausula*, politica, politicas, regras, diretrizes, linhas vermelhas, carta de principios,
    codigo, paragrafo, trecho`,
  ja: `利用規約, 規約, 条項, ポリシー, ガイドライン, 方針, ルール, 憲章, 改定`,
};

export const CHANGED: PhraseList = {
  en: `
    new, updat*, chang*, revis*, reword*, rewrit*, rewrote, rewritten, quiet*, introduc*, amend*, adds, added, in force,
    go live, goes live, went live, live, take effect, takes effect, effective, drops, scrap*, as of, from now on,
    tighten*, spotted, discover*, found, slipped, bans, replac*, remov*, walks back, clarif*, announc*, unveil*,
    roll* out, strengthen*, adopt*, publish*, in effect, now, starting, from today, begins, will be rewritten, reworks,
    overhaul*, explicit*`,
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
    nuov*, aggiorn*, cambi*, modific*, rived*, introduc*, aggiung*, in vigore, elimina, sostituisce, annunc*, silenzio*,
    scopert*, stretta, pubblica`,
  pt: `
    nov*, atualiz*, muda*, alter*, revis*, introduz*, adiciona*, em vigor, elimina, substitui, anuncia*, discretamente,
    descob*, endurece, publica`,
  ja: `新, 改定, 更新, 変更, 導入, 追加, 施行, 発表, 削除, 開始, 公開`,
};

/** Machine-made music is kept out or taken out. */
export const BANNED: PhraseList = {
  en: `
    ban, bans, banned, banning, prohibit*, forbid*, outlaw*, disallow*, no longer accept*, not accept*, not be accepted,
    not be allowed, not allowed, not welcome, no place, no room for, block, blocks, blocked, blocking, bar, bars,
    barred, reject*, refuse, refuses, keeps out, shut* out, shut* the door, clos* the door, shows .. the door,
    crack* down, crackdown, zero tolerance, says no to, turns away, off limits, remove, removes, removed, removing,
    removal, purg*, tak* down, took down, takes .. down, takedown*, pulled, pulls, delet*, wipe*, yank*, clean* up,
    cull*, axe*, scrub*, kicks, boots, kicked off, weed* out, get* tough, human only, guaranteed human, evict*, delist*,
    leaves out, keeps .. out, keep .. out, excludes, exclude, drops artificial, drops .. ai, shun*, rules out,
    keep .. off, keeps .. off, stay* off, out of bounds, draws a line, draw the line, red line*, hard line, tough line,
    tough on, crack down, tightens, tighten, curbs, curb, fights back, declares war, war on, gets rid of, rids, bounce*,
    no thanks, unwelcome, won't host, will not host, will not onboard, won't accept, will not accept, stops accepting,
    refuses to, must be human, limits on, sets limits, clamps down, clampdown, strips, drops fully, takes out,
    disappear*, won't play, will not play, never play, never be played, refuses to play, refuse to play, anti ai,
    against ai, won't distribute, will not distribute, no longer distribute*, no longer accepts, no longer host*,
    won't carry`,
  fr: `
    interdi*, bannit, banni*, bannir, bloque*, bloquer, refuse, refusent, refus, rejet*, exclu*, ferme la porte,
    ferment la porte, supprim*, retir*, purge*, menage, ligne dure, n'accepte*, chasse*, tolerance zero, dit non,
    mis* a la porte, proscri*, vire, tour de vis, durcit, serre la vis, limite les, limites, dit stop, met le hola,
    barre la route, fait la chasse, part en guerre, guerre aux, met a la porte, ne veut plus, ne veut pas de,
    tourne le dos, chasse aux, sans ia, garanti sans, ferme ses portes, n accepter*, enleve, ote, sort les, anti ia,
    ne diffuser*, ne distribuer*, ne passer*`,
  de: `
    verbiet*, verbot*, verbannt, untersag*, kein platz, keinen platz, block*, sperr*, lehnt .. ab, schließt .. aus,
    schließen .. aus, ausschl*, ausgeschlossen, entfern*, lösch*, wirft, fliegen raus, rauswurf, nimmt .. nicht mehr,
    nimmt keine, nehmen keine, hausverbot, macht schluss, null toleranz, weist .. ab, räumt auf, unerwünscht,
    zieht .. grenze, zieht die zügel an, geht gegen, gehen gegen, geht .. vor, schränkt .. ein, kampfansage,
    sagt .. kampf an, will keine, wollen keine, duldet, dulden, nein zu, nein zur, grenzen, verschärft, greift durch,
    raus mit, schmeißt, wehrt sich, stoppt, ablehn*, abgelehnt, nimmt nicht, nimmt .. raus, nimmt .. heraus, verweist,
    verschwinden, anti KI, spielt keine, spielen keine, vertreibt keine, löscht`,
  es: `
    prohib*, veta, vetan, veto, vetad*, bloque*, rechaza*, excluy*, exclui*, cierra la puerta, elimina*, retira*,
    borra*, purga*, no admit*, no acept*, expulsa*, mano dura, tolerancia cero, dice no, deja .. fuera, dejan .. fuera,
    pone limites, pone coto, pone freno, frena, endurece, planta cara, guerra a, dice no a, deja fuera, fuera de,
    echa a, cierra el paso, tolera, restring*, lineas rojas, se planta, rehus*, niega, cierra sus puertas, quita,
    quitan, saca de, aparta*, anti ia, no distribuir*, no emitir*, no pondra*, limita el, limita la, limita los,
    limita las`,
  it: `
    viet*, divieto, banna*, bandi*, mette al bando, messa al bando, blocc*, rifiut*, esclu*, chiude la porta, rimuov*,
    rimoss*, rimozione, elimin*, cancell*, niente musica, stop alla, stop ai brani, linea dura, dice no, fuori,
    non accett*, tolleranza zero, mette un freno, pone limiti, freno, stretta su, stretta contro, giro di vite,
    dice no a, dice basta, guerra a, guerra alla, chiude a, fuori dai, lascia fuori, paletti, limita, respinge,
    respinger*, chiude le porte, toglie, togliere, tolti, leva i, stretta anti, anti ai, anti ia, non distribuir*,
    non trasmetter*, stretta sull, stretta sui, stretta sulle`,
  pt: `
    proib*, bane, banir, banid*, baniu, veta, vetou, bloque*, rejeit*, exclui*, fecha a porta, remov*, retir*, derrub*,
    apaga*, faxina, limpeza, nao aceit*, diz nao, linha dura, barra, expuls*, tolerancia zero, de fora,
    deixa .. de fora, fora do, impoe limites, limite a, freia, freio, endurece, aperta o cerco, guerra a, diz nao a,
    deixa fora, fora da, restring*, fecha o cerco, barra musica*, recus*, tira musica*, tira faixas, tira do ar, limpa,
    anti ia, nao distribuir*, nao tocar*, exclui, cerco a, cerco as`,
  ja: `
    禁止, 削除, 排除, ブロック, 拒否, 除外, 認めない, 受け付けない, 締め出, 取り締まり, 不可, 登録できな, できなくな, 受付停止, 停止へ, 規制, 制限, 締め出し, 厳格化, 対策強化, 取り下げ,
    配信停止, お断り, 認めず, 流さない, 配信しない, 取り扱わない, 締め出す, 受け付けず, 配信を停止, 全面禁止`,
};

/** Machine-made music earns less or is shown to fewer. */
export const UNPAID: PhraseList = {
  en: `
    demoneti*, no royalties, no .. royalties, earn* nothing, earn* no, cuts off, cut off, stop* paying, not pay,
    no longer pay*, royalty pool, without pay, exclude* .. recommend*, excluded, excluding, down rank*, downrank*,
    not recommend*, not be recommended, ineligible, not eligible, lower royalt*, reduced royalt*, half royalt*,
    withhold*, strip* .. royalt*, out of algorithmic, no payout*, kept out of .. recommend*, kept out of .. playlists,
    out of recommend*, out of .. charts, cuts .. payments, no ad money, lose* .. money, ad revenue, stop* .. paying,
    won't pay, will not pay, no more royalties, no money, without royalties, out of the royalty, zero royalties,
    turns off, penny, pays nothing, pays nothing for, dilut*, pay nothing, paid nothing, earn nothing, not a cent`,
  fr: `
    demonetis*, ne remunere*, ne paie*, ne paye*, prive*, ecarte*, sans remuneration, coupe les vivres,
    plus de royalties, exclu* des recommandations, hors des recommandations, zero droit*, pas de .. mises en avant,
    hors des mises en avant, ni recommand*, plus un centime, ne versera, ne verse plus, coupe les revenus, robinet*,
    sans droits, prive de, ne toucher*, ne rapporter*, exclu* .. recommandations, des recommandations, evince*,
    evincer`,
  de: `
    keine .. tantiemen, zahlt keine*, zahlt .. nicht, kein geld, demonetis*, dreht .. geldhahn, geldhahn,
    keine vergütung, keine ausschüttung, streicht .. tantiemen, nicht mehr vergütet, nicht empfohlen, leer aus,
    ohne vergütung, aus empfehlungen, keine empfehlung*, nicht in playlists, streicht .. geld, werbegeld*, keinen cent,
    entzieht, kein cent, geht leer aus, gehen leer aus, ohne tantiemen, nicht mehr bezahlt, nicht vergütet, kürzt,
    dreht .. hahn, von .. empfehlungen aus*, aus .. empfehlungen, empfehlungen .. ausgeschlossen`,
  es: `
    desmonetiz*, no paga*, no pagar*, deja* de pagar, sin regalias, sin royalties, cierra el grifo, no cobrar*,
    no recomend*, sin remuneracion, fuera de las recomendaciones, ni un centimo, corta .. ingresos, quita .. ingresos,
    retira .. ingresos, cierra .. grifo, sin cobrar, no generar*, exclu* .. recomendaciones, de las recomendaciones`,
  it: `
    demonetizz*, non paga*, niente royalty, niente compensi, stop alle royalty, smette di pagare, chiude i rubinetti,
    senza compenso, taglia* .. royalty, non remunera*, fuori dalle raccomandazioni, nessun compenso, taglia .. compensi,
    non pagher*, neanche un centesimo, chiude .. rubinett*, senza royalty, esclu* .. raccomand*, dalle raccomandazioni,
    dai suggerimenti`,
  pt: `
    desmonetiz*, nao paga*, deixa* de pagar, sem royalties, corta .. pagamento*, fecha a torneira, sem remuneracao,
    fora das recomendacoes, nem um centavo, corta .. receita, nao pagar*, fecha .. torneira, nao ger*,
    exclu* .. recomenda*, das recomendacoes`,
  ja: `収益化を停止, 収益化停止, 収益対象外, 対象外, 支払わない, 分配しない, 無収益, おすすめから除外, 推薦から除外, レコメンドから除外, 推奨から除外`,
};

/** Machine-made music is marked, or must be declared. */
export const MARKED: PhraseList = {
  en: `
    labelled, labeled, labelling, labeling, badge, badges, tag, tags, tagged, tagging, disclose*, disclosure*,
    ai credits, declare, declares, declared, transparency, ddex, stamp*, verified, verification, spam filter, warning*,
    verifies, verifying, verify, green tick, blue tick, checkmark, check mark, seal, certif*, proof of, label ai,
    labels ai, ai labels, ai label, to label, label songs, label music, labels for, label for, will label, label fully,
    sets out how, must be credited, credited, flag ai, flag .. ai, flags ai, sticker*, spell out, own up, come clean,
    must say, must declare, must disclose, mandatory, identify, identifies, marking, badge for, watermark*,
    fingerprint*, label its, label all, persona badge*, ai persona*, ai tag, ai tags, to label .. generated,
    will label .. generated, starts labeling, starts labelling, slap .. label*, slaps .. label*, carry a label,
    carries a label, now carry .. label, get a label, gets a label, puts a label, put a label, puts labels, put labels`,
  fr: `
    etiquet*, labellis*, badge*, signale, signaler, signalera*, mention obligatoire, macaron*, declarer, transparence,
    identifie*, marquage, marque les, certifi*, verifi*, coche, sceau, afficher*, affiche desormais, impose une mention,
    mention, obligatoire, devront indiquer, indiquer*, pastille*, logo, epingl*, estampill*, tatou*, filigran*,
    signalement`,
  de: `
    kennzeichn*, gekennzeichnet, etikett*, markier*, badge*, label für, transparenz*, deklar*, hinweis*, ausweisen,
    offenleg*, verifizier*, siegel, häkchen, zertifi*, prüfsiegel, klebt, kleben, pflicht, muss .. angeben,
    müssen .. angeben, angeben, sichtbar, plakette*, erkennbar, ausgewiesen, kenntlich, wasserzeichen,
    kennzeichnungspflicht, stempel*`,
  es: `
    etiquet*, marcara*, insignia*, senala*, identificar*, declarar, transparencia, distintivo*, sello de ia, avisara*,
    verific*, certific*, sello de, obligar*, obligatori*, avisa*, declarar*, senal*, rotul*, visible*, indicar*,
    marca de agua, marcas de agua`,
  it: `
    etichetta le, etichetter*, etichettatura, etichette per, segnal*, contrassegn*, badge, bollino, trasparenza,
    dichiarare, obbligo di, verific*, certific*, sigillo, obblig*, indicare, indicher*, segnaler*, visibil*, etichett*,
    filigran*, marchi*`,
  pt: `
    rotul*, etiquet*, selo, selos, marcar*, identificar*, declarar, transparencia, sinaliza*, verific*, certific*,
    obrig*, indicar*, avisar*, visivel, declarar*, marca d agua, marcas d agua`,
  ja: `ラベル, バッジ, 表示, タグ, 開示, 明示, 明記, 表記, 申告, 認証, 認定マーク, 本人確認, 義務, 義務化, 識別, マーク, 透かし, ラベル表示, ラベル付け`,
};

/** Others want a rule that is not there yet. */
export const DEMANDED: PhraseList = {
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

/** A rule is found rather than announced. */
export const DISCOVERED: PhraseList = {
  en: `
    discover*, spotted, spots, noticed, unnoticed, went unnoticed, quiet*, silent*, slipped, buried, hidden, fine print,
    small print, reserved the right, without telling, without notice, came to light, turns out, surfaced, finds out,
    found out, uncovered, unearthed`,
  fr: `
    discretement, decouv*, repere*, inapercu*, en catimini, petits caracteres, sans prevenir, s'est .. donne le droit,
    en douce`,
  de: `
    entdeckt*, still und leise, heimlich, unbemerkt, fiel .. auf, kleingedruckte*, aufgefallen, stillschweigend,
    klammheimlich, versteckt*`,
  es: `
    descub*, discretamente, inadvertid*, a escondidas, letra pequena, sin avisar, colo, cuela, en silencio,
    de tapadillo`,
  it: `
    scopert*, scopre, scoprono, silenzio*, di nascosto, in sordina, zitta zitta, senza avvisare, clausola nascosta,
    alla chetichella`,
  pt: `descob*, discretamente, despercebid*, as escondidas, letras miudas, sem avisar, na surdina, em silencio`,
  ja: `発覚, ひそかに, 気づ, 判明, 明らかに, 無断で, 知らぬ間に`,
};

/** Creators are asked, or may say no. */
export const CHOICE: PhraseList = {
  en: `
    opt out, opt outs, opt in, opted in, opted out, consent, permission, permit*, allow, allows, lets you, let you,
    lets creators, lets artists, choose, choosing, choice, toggle, switch, setting*, say yes, say no, by default,
    control*, unless .. agree*, authoris*, authoriz*, decide, decides, unless, refuse, objection, object,
    without asking, with consent, a yes from, say in, veto, ticked by default, box, their say, agree to,
    permission slip, ask first, asks first, voluntary, voluntarily, taking part, participat*`,
  fr: `
    opt in, opt out, consentement, accord expres, accord prealable, autoris*, choisir, choix, refuser, par defaut,
    desactiv*, opposer, reglage*, permet aux, accord des artistes, demander l accord, avec leur accord,
    sans leur accord, sans accord, decider, decident, dire non, dire oui, sauf si, permission, case, coche par defaut,
    feu vert, volontaire*, volontariat`,
  de: `
    opt in, opt out, einwillig*, zustimm*, widersprech*, widerspruch, erlaub*, auswahl, wählen, standardmäßig, schalter,
    einstellung*, selbst entscheiden, abschalten, ohne zu fragen, zustimmung, nur mit zustimmung, ohne zustimmung,
    ohne einwilligung, nur mit, ja sagen, nein sagen, um erlaubnis, gefragt, entscheiden, zustimmen, häkchen, freigeben,
    freigabe, freiwillig*`,
  es: `
    opt in, opt out, consentimiento, permiso, autoriz*, elegir, por defecto, permite, permitir, ajuste*, desactivar,
    oponerse, negarse, decidir, deciden, sin permiso, decir no, salvo que, casilla, visto bueno, voluntari*, negar,
    vetar`,
  it: `
    opt in, opt out, consenso, permesso, autorizz*, scegliere, impostazion*, consent*, disattiv*, opporsi, di default,
    decidere, decidono, senza permesso, dire no, salvo, casella, via libera, volontari*, facoltativ*, negare, opzione`,
  pt: `
    opt in, opt out, consentimento, permissao, autoriza*, escolher, por padrao, permite, permitir, configurac*,
    desativar, recusar, decidir, decidem, sem permissao, dizer nao, salvo, caixa marcada, voluntari*, negar, opcao`,
  ja: `オプトイン, オプトアウト, 同意, 許可, 選択, 設定, 拒否, 任意`,
};

/** A platform or company speaks. */
export const STATEMENT: PhraseList = {
  en: `
    spokesperson, spokesman, spokeswoman, clarif*, respond*, statement, says, said it, says it will, confirms, position,
    stance, our approach, ceo, boss, chief, tells, told, explains, our commitment, where we stand, google says, claims,
    argues, takes a stand, weighs in on its, sets the record straight`,
  fr: `
    porte parole, repond, clarif*, precise, declaration, communiqu*, affirme, confirme, pdg, patron, annonce, dirigeant,
    soutient, pretend, prend position, s explique, met les choses au point, reagit, tente de rassurer`,
  de: `
    sprecher*, stellt .. klar, reagiert, erklär*, erklärung, bestätigt, ceo, chef, kündigt, sagt, äußert sich,
    behauptet, bezieht stellung, bezieht position, nimmt stellung, meldet sich zu wort`,
  es: `
    portavoz, responde, aclara, declaracion, comunicado, confirma, ceo, afirma, dice, anuncia, explica, alega,
    se pronuncia, sale al paso, reacciona, fija posicion`,
  it: `
    portavoce, risponde, chiarisce, dichiara*, comunicato, conferma, ceo, precisa, replica, annuncia, spiega, sostiene,
    prende posizione, fa chiarezza, si esprime, reagisce`,
  pt: `
    porta voz, responde, esclarece, declaracao, comunicado, confirma, ceo, afirma, diz, anuncia, explica, alega,
    se pronuncia, se posiciona, reage, se manifesta`,
  ja: `声明, 説明, コメント, 表明, 明言, CEO, 発表, 見解`,
};

/** It says that it did not, does not, will not. */
export const DENIED: PhraseList = {
  en: `
    denies, deny, denied, denial, insist*, assur*, reassur*, rules out, never train*, does not train, do not train,
    will not train, has not trained, not been used, have never, has never, not use, won't, defends, rejects claims,
    rebut*, pushes back, rejects accusations, rejects allegations, dismisses accusations, never used, has not used,
    hits back at claims`,
  fr: `
    nie, nient, dement*, assure*, se defend, n'a jamais, n'ont jamais, n'utilise pas, n'entraine pas, n'entrainera*,
    rassure*, refute, rejette les accusations, balaie, n a pas utilise, jamais utilise, defend l usage,
    defend son usage, defend l utilisation`,
  de: `
    bestreitet, dementiert, versichert, beteuert, verteidigt, weist .. zurück, schließt .. aus, nie mit,
    nicht trainiert, nicht zum training, beschwichtigt, keine .. trainiert, weist .. vorwürfe, weist vorwürfe zurück,
    nie genutzt, nie verwendet, nicht genutzt`,
  es: `
    niega, desmiente, asegura, se defiende, nunca ha, no ha usado, no entrena, no entrenara, descarta, tranquiliza,
    rechaza las acusaciones, rechaza acusaciones, no ha utilizado, nunca uso, nunca utilizo, no reemplazara, defiende`,
  it: `
    nega, smentisce, assicura, si difende, non ha mai, non usa, non addestra, non addestrera, esclude, rassicura,
    respinge le accuse, respinge accuse, mai usato, mai utilizzato, nessun uso, garantisce, difende`,
  pt: `
    nega, desmente, assegura, garante, se defende, nunca usou, nao usou, nao treina, nao treinara, descarta,
    tranquiliza, rejeita acusacoes, rebate, nunca utilizou, nao utilizou, defende o uso, defende uso, defende seu uso`,
  ja: `否定, 反論, 使っていない, 使用していない, 学習していない, 利用していない, 利用しない, 使わない`,
};

/** It gives way, apologises, binds itself. */
export const PROMISED: PhraseList = {
  en: `
    promis*, pledg*, vow*, apolog*, sorry, open letter, a letter from, commit, commits, committed, backtrack*,
    backpedal*, walks back, walk back, admits, acknowledg*, concede*, will be rewritten, rewrite*, will need, u turn,
    reverses course, climbs down, regrets, stand by, withdraws, takes back, drops plan, drops .. clause,
    scraps .. clause, removes .. clause`,
  fr: `
    promet*, s'engage*, engagement*, s'excuse*, lettre ouverte, recule, fait marche arriere, reconnait, jure,
    fait machine arriere, regrette, retire la clause, revient sur, renonce`,
  de: `
    verspricht, entschuldig*, offene* brief, rudert zurück, gelobt, räumt .. ein, gibt .. zu, lenkt ein, zusage,
    sagt .. zu, verpflichtet sich, rückzieher, bedauert, zieht .. zurück, doch nicht, nimmt .. zurück`,
  es: `
    promete*, se compromete*, pide perdon, se disculpa, carta abierta, rectifica, da marcha atras, reconoce, admite,
    lamenta, recula, retira la clausula, renuncia a, marcha atras`,
  it: `
    promette, promettono, si impegna, si scusa, lettera aperta, marcia indietro, ammette, riconosce, fa dietrofront,
    dietrofront, ritira la clausola, rinuncia a`,
  pt: `
    promete, se compromete, compromete-se, pede desculpa*, carta aberta, recua, volta atras, reconhece, admite, lamenta,
    retira a clausula, desiste de, abre mao`,
  ja: `公開書簡, 約束, 謝罪, 認め, 修正へ, 撤回, 見直し, 誓約`,
};

export const DEAL: PhraseList = {
  en: `
    deal, deals, licens* deal, licens* agreement, licensing, licence deal, licensed, agreement, partner, partners,
    partnership, pact, alliance, teams with, teams up, team up, inks, strikes, joins forces, collaborat*, strategic,
    joint venture, tie up, licenses, license, allies, sign with, signs with, signed with, sign .. deal, signs .. deal,
    have signed, each signed, licence*, agree to, agree on, allied, signs .. major, signs .. label, signs up,
    licensed by, licensed to, to license, clears, opens the door, opens .. door to, opens .. catalog*, opens .. doors,
    sells .. catalog*, grants .. licence, grants .. license, sign on, signs on, signed on, has signed on`,
  fr: `
    accord, accords, partenariat*, licence, licences, contrat*, s'allie, s'allient, alliance, s associe*, s entendent,
    collabor*, pacte, ouvre la porte, ouvre les portes, ouvre son catalogue, cede`,
  de: `
    deal, lizenz*, abkommen, vertrag, vereinbar*, partnerschaft, kooperation*, kooperier*, einig*, allianz,
    schließ* .. vertrag, unterzeichn*, arbeiten zusammen, pakt, bündnis, öffnet .. tür, öffnet .. katalog, überlässt`,
  es: `
    acuerdo*, alianza*, licencia*, contrato, se alia*, colabor*, pacto, pacta*, asocia*, convenio, firma con,
    firman con, abre la puerta, abre las puertas, abre su catalogo, cede`,
  it: `
    accord*, intesa, licenz*, contratto, alleanz*, partnership, collabora*, patto, si allea*, firma con, firmano con,
    apre la porta, apre le porte, apre il catalogo, concede`,
  pt: `
    acordo*, parceria*, licenc*, contrato, alianca, se une*, colabora*, pacto, fecha com, assina com, abre a porta,
    abre as portas, abre seu catalogo, abre o catalogo, cede`,
  ja: `契約, 提携, ライセンス, 合意, パートナーシップ, 締結, 協業, 業務提携`,
};

export const SETTLED: PhraseList = {
  en: `
    settl*, drops its case, drops .. case, drop .. suit, drops .. suit, suit withdrawn, withdraw* .. suit,
    withdraw* .. lawsuit, bury the hatchet, end* .. litigation, ends .. lawsuit, ending .. lawsuit, make peace,
    makes peace, truce, dismissed after, ends .. fight, ends .. dispute, end .. dispute, ends .. feud, drop* .. claims,
    ends .. legal, end .. legal, dismiss* .. their case, out of court, close* .. case, calls off, call off,
    bury .. feud, puts .. behind, lay* .. to rest, resolves .. dispute, resolve .. lawsuit, resolves .. lawsuit`,
  fr: `
    reglement a l amiable, a l amiable, transig*, retire sa plainte, retirent leur plainte, met fin au litige,
    mettent fin, fin du litige, enterr* la hache, font la paix, solde* .. litige, abandonn* .. poursuites, mettre fin,
    regle .. litige, reglent .. litige, regle .. proces, reglent .. proces, regle .. differend, reglent .. differend`,
  de: `
    beigelegt, legen .. bei, legt .. bei, vergleichen sich, einigen sich, außergerichtlich*, zurückgezogen,
    zieht .. klage zurück, beend* .. rechtsstreit, rechtsstreit .. bei, frieden, kriegsbeil, beend* .. streit,
    streit .. beigelegt, lassen .. klage fallen, lässt .. klage fallen, begraben`,
  es: `
    pacto extrajudicial, acuerdo extrajudicial, retira .. demanda, retiran .. demanda, pone* fin, zanja*,
    hacen las paces, hace las paces, entierran, cierra* .. litigio, cierra* .. disputa, fin .. disputa,
    abandona* .. demanda, entierra*, zanja .. pleito, cierra .. pleito, retira .. pleito, resuelve .. litigio,
    resuelven .. litigio, resuelve .. demanda, resuelven .. demanda`,
  it: `
    dalla causa, ritira .. causa, ritirano .. causa, chiud* .. causa, chiud* .. contenzioso, transazione, fanno pace,
    fa pace, mette fine, patteggia*, ascia di guerra, chiud* .. disputa, archivi*, rinuncia* .. causa, fine della causa,
    al posto .. causa, invece .. causa, risolv* .. causa, risolv* .. contenzioso`,
  pt: `
    acordo extrajudicial, retira .. processo, retiram .. processo, encerra* .. processo, encerra* .. disputa,
    fazem as pazes, faz as pazes, poe fim, poem fim, fim .. disputa, desist* .. processo, resolve* .. processo,
    resolve* .. disputa`,
  ja: `和解, 訴訟を終結, 訴訟終結, 訴訟を取り下げ, 取り下げ`,
};

export const LAWSUIT: PhraseList = {
  onlyEn: `sue, suit, suits, court, courts`,
  en: `
    lawsuit*, sues, sued, suing, courtroom, judge*, litigation, legal action, complaint, class action, plaintiff*,
    defendant*, jury, trial, appeal*, legal battle, infring*, tribunal, injunction, v., indict*, prosecut*,
    pleads guilty, case against, the case, court documents, lawyers, attorneys, class actions, sues for, alleg*,
    copyright case`,
  fr: `
    plainte*, proces, justice, tribunal*, juge*, litige*, poursui*, assign*, action collective, contrefacon, appel,
    cour, attaque en justice, contentieux, avocat*, juridiction*, saisi*, contrefacon de`,
  de: `
    klag*, verklag*, gericht*, *gericht, landgericht, prozess*, rechtsstreit*, richter*, urteil*, sammelklage,
    urheberrechtsverletz*, berufung, bgh, lg, klage, anklage, bundesgerichtshof, oberlandesgericht, revision`,
  es: `
    demanda*, demandan, juicio*, tribunal*, juez*, jueza, juzgado, litigio*, querella, pleito, demanda colectiva,
    apelacion, justicia, sentencia*, pleitos, tribunal supremo`,
  it: `
    causa, cause legali, denunci*, tribunal*, giudic*, processo, contenzioso, class action, querela, sentenz*, ricorso,
    corte, citazione, fa causa, fanno causa, cassazione`,
  pt: `
    processo*, processa, processam, tribunal, juiz*, juiza, justica, acao judicial, acao coletiva, litigio, sentenca,
    recurso, corte, acao movida, peticao, arquivamento`,
  ja: `訴訟, 提訴, 裁判, 判決, 地裁, 高裁, 裁判所, 控訴, 著作権侵害, 一審, 二審, 最高裁, 侵害を認定`,
};

/** A case begins. */
export const FILED: PhraseList = {
  onlyEn: `sue`,
  en: `
    sues, sued, suing, files, filed, file suit, take* .. to court, took .. to court, taken to court, hit with,
    hits .. with, slapped with, new lawsuit, brings .. case, launch* .. legal, class action, legal action, lodges,
    haul* .. court, takes legal, lawsuit accuses, lawsuit claims, lawsuit alleges, to court, before the court,
    class actions, file class, files suit, accuse* .. lawsuit, takes .. legal action, begins .. legal,
    filing .. lawsuit, faces lawsuit, faces .. lawsuit, face .. lawsuit, faces .. class action, joins lawsuit*,
    join lawsuit*, escalates .. legal, files another, sues again, new suit, fresh lawsuit, wave of lawsuits,
    latest to sue, next to sue`,
  fr: `
    porte plainte, portent plainte, attaque* en justice, attaque*, assign*, poursuit, poursuivent, action collective,
    saisit, saisissent, traine* .. justice, depose* plainte, intente*, plainte contre, depose* plainte contre`,
  de: `
    verklag*, klagt, klagen gegen, reicht .. klage, reichen .. klage, klage gegen, sammelklage, zieht vor, ziehen vor,
    zieht .. gericht, angeklagt, reicht klage, wird verklagt, wird .. verklagt, klagewelle, nächste klage,
    nächster kläger, nächste kläger*, erste klage, klage der, klage von, klage des, musterklage`,
  es: `
    demandan, demanda a, demanda contra, denuncia a, lleva* .. tribunales, lleva* a juicio, querella, demanda colectiva,
    presenta* .. demanda, interpone*, llevan a juicio, demanda`,
  it: `
    fa causa, fanno causa, cita* in giudizio, denuncia*, class action, porta* .. tribunale, trascina* .. tribunale,
    avvia* .. causa, azione legale, causa contro, azione contro`,
  pt: `
    processa, processam, processou, aciona* .. justica, acao coletiva, entra* na justica, move* .. acao,
    leva* .. tribunal, acao contra, entra* com processo, entra* com acao, abre* processo, ingressa*, move* processo`,
  ja: `提訴, 訴え, 集団訴訟, 起訴, 訴訟を提起, 訴訟提起, 提訴へ`,
};

/** A court has spoken. */
export const RULING: PhraseList = {
  en: `
    rules, ruled, court finds, court found, ruling, verdict, judgment, judgement, judges found, judge finds,
    judge found, convict*, sides with, sided with, wins, won, loses, lost, infringed, upholds, upheld, struck down,
    orders, ordered, liable, fair use, decides, decided, holds that, guilty, sentenced, court:, judge:, tribunal:,
    rebukes, throws out, dismisses, dismissed, dismiss claims, clears the way, must pay, must license, must stop,
    needs permission, breached, unlawful, illegal, in favour of, in favor of, lawful, legal under, legitimate,
    allowed to, court stops, court halts, court bars, court blocks, stopped by court, held liable, violated,
    has violated, must compensate, must delete, to pay, damages, told to pay, court sides, judges side, pipes, overturns`,
  fr: `
    donne raison, condamn*, juge que, a juge, jugement, arret, verdict, tranche*, decision, impose, deboute*, l emporte,
    reconnu coupable, tribunal :, cour :, justice :, rejette, ordonne, interdit, illegal, illicite, donne tort,
    estime que, licite, legal, tribunal interdit, justice interdit, a viole, ont viole, avait viole`,
  de: `
    urteil*, verurteil*, gibt .. recht, recht bekommen, entschied*, entscheid*, gewinnt, verliert, siegt, sieg,
    verletzt, hätte .. müssen, rechtskräftig, unterliegt, schuldig, bundesgerichtshof, bgh:, eugh:, gericht:,
    landgericht:, oberlandesgericht, weist .. zurück, weisen .. zurück, weist .. ab, braucht .. erlaubnis,
    muss .. zahlen, rechtswidrig, unzulässig, stellt fest, untersagt, rechtmäßig, zulässig, erlaubt, gericht stoppt,
    gericht untersagt, gericht verbietet`,
  es: `
    sentencia*, falla*, fallo, da la razon, dictamina*, condena*, gana, pierde, vulnero, infringio, resuelve, veredicto,
    culpable, tribunal:, supremo:, juez:, rechaza, ordena, prohibe, ilegal, obliga a, declara, licito, legal`,
  it: `
    sentenz*, condann*, da ragione, stabilisce, vince, perde, ha violato, verdetto, decide, colpevole, tribunale:,
    cassazione:, respinge, ordina, vieta, illegale, illecit*, obbliga, lecito, legittimo`,
  pt: `
    sentenca*, condena*, da razao, decide, decidiu, ganha, vence, perde, violou, veredito, culpado, tribunal:, justica:,
    rejeita, ordena, proibe, ilegal, obriga, determina, licito, legal`,
  ja: `判決, 勝訴, 敗訴, 認定, 命じ, 有罪, 判断, 言い渡し, 違法, 棄却, 適法, 合法, 退け, 侵害と認`,
};

/** A case goes on and nothing is decided. */
export const PROCEDURE: PhraseList = {
  onlyEn: `brief, still`,
  en: `
    hearing*, hear, hears, heard, trial begins, trial opens, opens, begins, discovery, sealed, confidentiality, motion,
    motions, deposition*, deadline, no ruling, ruling due, due in, no decision, postpon*, delay*, schedul*,
    amended complaint, amend*, filing, filings, expert witness*, docket, judge asks, status conference, jury selection,
    asks the court, asks court, asks judge, seeks dismissal, bid to dismiss, argues, arguments, testif*,
    protective order, consolidat*, transfer*, could grow, if judge, judge agrees, unseal*, want the, seek*, want to add,
    expand*, judge weighs, court documents, filing shows, filings show, new evidence, reply brief, stays, year end,
    pending, urges court, urge court, bid to, denies bid, judge denies, denies motion, declines to dismiss, vacate*,
    admissib*, bulked up, beefed up, amicus, unsealed, redact*`,
  fr: `
    audience*, s'ouvre, a debute, debute, commence, delibere, mis en delibere, report*, aucune decision, pas encore,
    calendrier, requete*, plaidoirie*, expert*, modifi* .. plainte, plainte modifiee, amend*, ripost*,
    tentative .. rejeter, demande .. rejet, repliqu*`,
  de: `
    verhand*, begonnen, beginnt, prozessauftakt, auftakt, noch nicht, keine entscheidung, noch keine, noch kein urteil,
    vertagt, verschoben, termin, anhörung, antrag, gutachten, stand der dinge, weiteres verfahren, prozess .. begonnen,
    entscheidung .. noch nicht, klage erweiter*, erweitert* .. klage, geänderte klage`,
  es: `
    audiencia*, vista, comienza, arranca, aplaza*, sin fallo, aun no, todavia no, mocion, visto para sentencia, peritos,
    calendario, demanda modificada, amplia* .. demanda, modific* .. demanda`,
  it: `
    udienz*, al via il processo, inizia*, rinvi*, nessuna decisione, non ancora, istanza, perit*, calendario,
    causa modificata, ampli* .. causa`,
  pt: `
    audiencia*, comeca, adia*, sem decisao, ainda nao, mocao, pericia, calendario, acao modificada, ampli* .. processo,
    emenda*`,
  ja: `口頭弁論, 審理, 開廷, 延期, 審問, 公判, 初公判, 申し立て, 却下, 申し立て却下, 拡大申し立て, 開示, 開示拒否`,
};
