/** Concepts of what happens: rules, statements, deals. */
import type { PhraseList } from '../phrase-search.ts';

export const ACTION_CONCEPTS = {
  /** Terms of service, policies, licences. */
  terms: {
    en: `
      terms, fine print, small print, clause*, policy, policies, guideline*, rules, rule, user agreement, tos, wording,
      paragraph, charter, red line*, code of conduct, passage, addendum, contract, contracts`,
    fr: `
      conditions, cgu, politique*, regles, reglement*, charte, lignes rouges, ligne rouge, engagements, alinea,
      paragraphe`,
    de: `
      agb, nutzungsbedingungen, geschäftsbedingungen, bedingungen, klausel*, richtlinie*, regeln, regel, vorgaben,
      kleingedruckte*, rote linien, charta, kodex, leitlinie*, absatz, passus, paragraf*`,
    es: `
      terminos, condiciones, clausula*, politica, politicas, normas, reglas, letra pequena, lineas rojas,
      carta de principios, codigo, parrafo, pasaje`,
    it: `
      termini, condizioni, clausol*, regole, norme, linee guida, regolamento, linee rosse, carta dei principi, codice,
      paragrafo, passaggio`,
    pt: `
      termos, condicoes, clausula*, politica, politicas, regras, diretrizes, linhas vermelhas, carta de principios,
      codigo, paragrafo, trecho`,
    ja: `規約, 条項, ポリシー, ガイドライン, 方針, ルール, 憲章, 改定`,
  },
  /** Something changes or takes effect. */
  changed: {
    en: `
      new, updat*, chang*, revis*, reword*, rewrit*, rewrote, quiet*, introduc*, amend*, adds, added, in force, live,
      take effect, takes effect, effective, drops, scrap*, as of, tighten*, spotted, discover*, found, slipped, bans,
      replac*, remov*, walks back, clarif*, announc*, unveil*, roll* out, strengthen*, adopt*, publish*, in effect, now,
      starting, from today, begins, reworks, overhaul*, explicit*`,
    fr: `
      nouve*, mis* a jour, modifi*, discretement, introdui*, ajout*, en vigueur, supprime*, remplac*, annonce*, decouv*,
      repere*, en ligne, durcit, publie*`,
    de: `
      neu*, geändert*, änder*, überarbeit*, aktualisier*, still und leise, heimlich, führt .. ein, ergänzt, in kraft,
      gestrichen, streicht, ab sofort, ersetzt, entdeckt*, kündigt, verschärf*, veröffentlich*, stellt .. klar`,
    es: `
      nuev*, actualiza*, cambi*, modific*, anad*, en vigor, elimina, sustituye, anuncia*, discretamente, descub*,
      endurece, publica`,
    it: `
      nuov*, aggiorn*, cambi*, modific*, rived*, aggiung*, in vigore, elimina, sostituisce, annunc*, silenzio*,
      scopert*, stretta, pubblica`,
    pt: `
      nov*, atualiz*, muda*, alter*, introduz*, adiciona*, em vigor, elimina, substitui, anuncia*, discretamente,
      descob*, endurece, publica`,
    ja: `新, 改定, 変更, 導入, 追加, 施行, 発表, 削除, 開始, 公開`,
  },
  /** A rule is noticed rather than announced. */
  discovered: {
    en: `
      discover*, spotted, spots, noticed, unnoticed, quiet*, silent*, slipped, buried, hidden, fine print, small print,
      reserved the right, without telling, without notice, came to light, turns out, surfaced, finds out, found out,
      uncovered, unearthed`,
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
  },
  /** AI music is banned or removed. */
  banned: {
    en: `
      ban, bans, banned, banning, prohibit*, forbid*, outlaw*, disallow*, no longer accept*, not accept*,
      not be accepted, not be allowed, not allowed, not welcome, no place, no room for, block, blocks, blocked,
      blocking, bar, bars, barred, reject*, refuse, refuses, shut* out, shut* the door, clos* the door,
      shows .. the door, crack* down, crackdown, zero tolerance, says no to, turns away, off limits, remove, removes,
      removed, removing, removal, purg*, tak* down, took down, takes .. down, takedown*, pulled, pulls, delet*, wipe*,
      yank*, clean* up, cull*, axe*, scrub*, kicks, boots, kicked off, weed* out, get* tough, human only,
      guaranteed human, evict*, delist*, leaves out, keeps .. out, keep .. out, excludes, exclude, drops artificial,
      drops .. ai, shun*, rules out, keep .. off, keeps .. off, stay* off, out of bounds, draws a line, draw the line,
      red line*, hard line, tough line, tough on, tightens, tighten, curbs, curb, fights back, declares war, war on,
      gets rid of, rids, bounce*, no thanks, unwelcome, won't host, will not host, will not onboard, won't accept,
      stops accepting, must be human, limits on, sets limits, clamps down, clampdown, strips, drops fully, takes out,
      disappear*, won't play, will not play, never play, never be played, anti ai, against ai, won't distribute,
      will not distribute, no longer distribute*, no longer host*, won't carry`,
    fr: `
      interdi*, banni*, bloque*, refusent, refus, rejet*, exclu*, ferme la porte, ferment la porte, supprim*, retir*,
      menage, ligne dure, n'accepte*, chasse*, tolerance zero, dit non, mis* a la porte, proscri*, vire, tour de vis,
      durcit, serre la vis, limite les, limites, dit stop, met le hola, barre la route, part en guerre, guerre aux,
      met a la porte, ne veut plus, ne veut pas de, tourne le dos, sans ia, garanti sans, ferme ses portes, enleve, ote,
      sort les, anti ia, ne diffuser*, ne distribuer*, ne passer*`,
    de: `
      verbiet*, verbot*, verbannt, untersag*, kein platz, keinen platz, block*, sperr*, lehnt .. ab, schließt .. aus,
      schließen .. aus, ausschl*, ausgeschlossen, entfern*, lösch*, wirft, fliegen raus, rauswurf, nimmt .. nicht mehr,
      nimmt keine, nehmen keine, hausverbot, macht schluss, null toleranz, weist .. ab, räumt auf, unerwünscht,
      zieht .. grenze, zieht die zügel an, geht gegen, gehen gegen, geht .. vor, schränkt .. ein, kampfansage,
      sagt .. kampf an, will keine, wollen keine, duldet, dulden, nein zu, nein zur, grenzen, verschärft, greift durch,
      raus mit, schmeißt, wehrt sich, stoppt, ablehn*, abgelehnt, nimmt nicht, nimmt .. raus, nimmt .. heraus, verweist,
      verschwinden, anti KI, spielt keine, spielen keine, vertreibt keine`,
    es: `
      prohib*, veta, vetan, veto, vetad*, bloque*, rechaza*, excluy*, exclui*, cierra la puerta, elimina*, retira*,
      borra*, no admit*, no acept*, expulsa*, mano dura, tolerancia cero, dice no, deja .. fuera, dejan .. fuera,
      pone limites, pone coto, pone freno, frena, endurece, planta cara, guerra a, fuera de, echa a, cierra el paso,
      tolera, restring*, lineas rojas, se planta, rehus*, niega, cierra sus puertas, quita, quitan, saca de, aparta*,
      anti ia, no distribuir*, no emitir*, no pondra*, limita el, limita la, limita los, limita las`,
    it: `
      viet*, divieto, banna*, bandi*, mette al bando, messa al bando, blocc*, rifiut*, esclu*, chiude la porta, rimuov*,
      rimoss*, rimozione, elimin*, cancell*, niente musica, stop alla, stop ai brani, linea dura, dice no, fuori,
      non accett*, tolleranza zero, pone limiti, freno, stretta su, stretta contro, giro di vite, dice basta, guerra a,
      guerra alla, chiude a, paletti, limita, respinge, respinger*, chiude le porte, toglie, togliere, tolti, leva i,
      stretta anti, anti ia, non distribuir*, non trasmetter*, stretta sull, stretta sui, stretta sulle`,
    pt: `
      proib*, bane, banir, banid*, baniu, veta, vetou, bloque*, rejeit*, exclui*, fecha a porta, remov*, retir*,
      derrub*, apaga*, faxina, limpeza, nao aceit*, diz nao, linha dura, barra, expuls*, tolerancia zero, de fora,
      fora do, impoe limites, limite a, freia, freio, endurece, aperta o cerco, guerra a, deixa fora, fora da,
      restring*, fecha o cerco, recus*, tira musica*, tira faixas, tira do ar, limpa, anti ia, nao distribuir*,
      nao tocar*, cerco a, cerco as`,
    ja: `
      禁止, 削除, 排除, ブロック, 拒否, 除外, 認めない, 受け付けない, 締め出, 取り締まり, 不可, 登録できな, できなくな,
      受付停止, 停止へ, 規制, 制限, 厳格化, 対策強化, 取り下げ, 配信停止, お断り, 認めず, 流さない, 配信しない,
      取り扱わない, 受け付けず, 配信を停止`,
  },
  /** AI music is demonetised or downranked. */
  unpaid: {
    en: `
      demoneti*, no .. royalties, earn* nothing, earn* no, cuts off, cut off, not pay, no longer pay*, royalty pool,
      without pay, exclude* .. recommend*, excluded, excluding, down rank*, downrank*, not recommend*,
      not be recommended, ineligible, not eligible, lower royalt*, reduced royalt*, half royalt*, withhold*,
      strip* .. royalt*, out of algorithmic, no payout*, kept out of .. recommend*, kept out of .. playlists,
      out of recommend*, out of .. charts, cuts .. payments, no ad money, lose* .. money, ad revenue, stop* .. paying,
      won't pay, no money, without royalties, out of the royalty, zero royalties, turns off, penny, pays nothing,
      dilut*, pay nothing, paid nothing, not a cent`,
    fr: `
      ne remunere*, ne paie*, ne paye*, prive*, ecarte*, sans remuneration, coupe les vivres, plus de royalties,
      zero droit*, pas de .. mises en avant, hors des mises en avant, ni recommand*, plus un centime, ne versera,
      ne verse plus, coupe les revenus, robinet*, sans droits, ne toucher*, ne rapporter*, exclu* .. recommandations,
      des recommandations, evince*`,
    de: `
      keine .. tantiemen, zahlt keine*, zahlt .. nicht, kein geld, geldhahn, keine vergütung, keine ausschüttung,
      streicht .. tantiemen, nicht mehr vergütet, nicht empfohlen, leer aus, ohne vergütung, keine empfehlung*,
      nicht in playlists, streicht .. geld, werbegeld*, keinen cent, entzieht, kein cent, ohne tantiemen,
      nicht mehr bezahlt, nicht vergütet, kürzt, dreht .. hahn, von .. empfehlungen aus*, aus .. empfehlungen,
      empfehlungen .. ausgeschlossen`,
    es: `
      desmonetiz*, no paga*, deja* de pagar, sin regalias, sin royalties, no cobrar*, no recomend*, sin remuneracion,
      ni un centimo, corta .. ingresos, quita .. ingresos, retira .. ingresos, cierra .. grifo, sin cobrar, no generar*,
      exclu* .. recomendaciones, de las recomendaciones`,
    it: `
      non paga*, niente royalty, niente compensi, stop alle royalty, smette di pagare, senza compenso,
      taglia* .. royalty, non remunera*, nessun compenso, taglia .. compensi, non pagher*, neanche un centesimo,
      chiude .. rubinett*, senza royalty, esclu* .. raccomand*, dalle raccomandazioni, dai suggerimenti`,
    pt: `
      desmonetiz*, nao paga*, deixa* de pagar, sem royalties, corta .. pagamento*, sem remuneracao, nem um centavo,
      corta .. receita, fecha .. torneira, nao ger*, exclu* .. recomenda*, das recomendacoes`,
    ja: `
      収益化を停止, 収益化停止, 対象外, 支払わない, 分配しない, 無収益, おすすめから除外, 推薦から除外,
      レコメンドから除外, 推奨から除外`,
  },
  /** AI music is labelled, or must be disclosed. */
  marked: {
    en: `
      labelled, labeled, labelling, labeling, badge, badges, tag, tags, tagged, tagging, disclose*, disclosure*,
      ai credits, declare, declares, declared, transparency, ddex, stamp*, verified, verification, spam filter,
      warning*, verifies, verifying, verify, green tick, blue tick, checkmark, check mark, seal, certif*, proof of,
      label ai, labels ai, ai labels, ai label, to label, label songs, label music, labels for, label for, will label,
      label fully, sets out how, credited, flag .. ai, flags ai, sticker*, spell out, own up, come clean, must say,
      mandatory, identify, identifies, marking, watermark*, fingerprint*, label its, label all, persona badge*,
      ai persona*, slap .. label*, slaps .. label*, carry a label, carries a label, now carry .. label, get a label,
      gets a label, puts a label, put a label, puts labels, put labels`,
    fr: `
      etiquet*, labellis*, badge*, signale, signaler, signalera*, macaron*, declarer, transparence, identifie*,
      marquage, marque les, verifi*, coche, sceau, afficher*, affiche desormais, mention, obligatoire, indiquer*,
      pastille*, logo, epingl*, estampill*, tatou*, filigran*, signalement`,
    de: `
      kennzeichn*, gekennzeichnet, etikett*, markier*, badge*, label für, transparenz*, deklar*, hinweis*, ausweisen,
      offenleg*, verifizier*, siegel, häkchen, zertifi*, prüfsiegel, klebt, kleben, pflicht, angeben, sichtbar,
      plakette*, erkennbar, ausgewiesen, kenntlich, wasserzeichen, stempel*`,
    es: `
      etiquet*, marcara*, insignia*, identificar*, transparencia, distintivo*, verific*, sello de, obligar*,
      obligatori*, avisa*, declarar*, senal*, rotul*, visible*, indicar*, marca de agua, marcas de agua`,
    it: `
      segnal*, contrassegn*, bollino, trasparenza, dichiarare, verific*, sigillo, obblig*, indicare, indicher*,
      visibil*, etichett*, filigran*, marchi*`,
    pt: `
      rotul*, etiquet*, selo, selos, marcar*, identificar*, transparencia, sinaliza*, verific*, obrig*, indicar*,
      avisar*, visivel, declarar*, marca d agua, marcas d agua`,
    ja: `ラベル, バッジ, 表示, タグ, 開示, 明示, 明記, 表記, 申告, 認証, 本人確認, 義務, 識別, マーク, 透かし`,
  },
  /** Others demand a rule that does not exist yet. */
  demanded: {
    en: `
      call for, calls for, call on, calls on, demand, demands, urge, urges, urged, should, asks for, want, petition*,
      experts, critics, campaigners, lobby*, pressure`,
    fr: `reclame*, demandent, exig*, appelle* a, appellent, devrait, faut il, plaide*`,
    de: `fordern, fordert, forderung*, verlangen, verlangt, fachleute, experten, sollte, sollten, appell*`,
    es: `piden, pide, exige*, reclama*, expertos, deberia*, instan`,
    it: `chiedono, chiede, esperti, appello, dovrebbe*, invoca*, sollecit*`,
    pt: `pedem, pede, exige*, cobram, especialistas, deveria*, reivindica*`,
    ja: `求め, 要望, 専門家, 要請`,
  },
  /** Creators are asked for consent, or may opt out. */
  choice: {
    en: `
      opt out, opt outs, opt in, opted in, opted out, consent, permission, permit*, allow, allows, lets you, let you,
      lets creators, lets artists, choose, choosing, choice, toggle, switch, setting*, say yes, say no, by default,
      control*, authoris*, authoriz*, decide, decides, unless, refuse, objection, object, without asking, a yes from,
      say in, veto, box, their say, agree to, ask first, asks first, voluntary, voluntarily, taking part, participat*`,
    fr: `
      consentement, accord expres, accord prealable, autoris*, choisir, choix, refuser, par defaut, desactiv*, opposer,
      reglage*, permet aux, accord des artistes, demander l accord, avec leur accord, sans leur accord, sans accord,
      decider, decident, dire non, dire oui, sauf si, case, feu vert, volontaire*, volontariat`,
    de: `
      einwillig*, zustimm*, widersprech*, widerspruch, erlaub*, auswahl, wählen, standardmäßig, schalter, einstellung*,
      abschalten, ohne zu fragen, nur mit, ja sagen, nein sagen, gefragt, entscheiden, häkchen, freigeben, freigabe,
      freiwillig*`,
    es: `
      consentimiento, permiso, autoriz*, elegir, por defecto, ajuste*, desactivar, oponerse, negarse, decidir, deciden,
      decir no, salvo que, casilla, visto bueno, voluntari*, negar, vetar`,
    it: `
      consenso, permesso, autorizz*, scegliere, impostazion*, consent*, disattiv*, opporsi, di default, decidere,
      decidono, dire no, salvo, casella, via libera, volontari*, facoltativ*, negare, opzione`,
    pt: `
      consentimento, permissao, autoriza*, escolher, por padrao, configurac*, desativar, recusar, decidir, decidem,
      dizer nao, salvo, caixa marcada, voluntari*, negar, opcao`,
    ja: `オプトイン, オプトアウト, 同意, 許可, 選択, 設定, 拒否, 任意`,
  },
  /** A platform or company makes a statement. */
  statement: {
    en: `
      spokesperson, spokesman, spokeswoman, clarif*, respond*, statement, says, said it, confirms, position, stance,
      our approach, ceo, boss, chief, tells, told, explains, our commitment, where we stand, claims, argues,
      takes a stand, weighs in on its, sets the record straight`,
    fr: `
      porte parole, repond, precise, declaration, communiqu*, affirme, confirme, pdg, patron, annonce, dirigeant,
      soutient, pretend, s explique, met les choses au point, reagit, tente de rassurer`,
    de: `
      sprecher*, stellt .. klar, reagiert, erklär*, bestätigt, chef, kündigt, sagt, äußert sich, behauptet,
      bezieht stellung, nimmt stellung, meldet sich zu wort`,
    es: `
      portavoz, aclara, declaracion, comunicado, confirma, afirma, dice, anuncia, explica, alega, se pronuncia,
      sale al paso, reacciona, fija posicion`,
    it: `
      portavoce, risponde, chiarisce, dichiara*, comunicato, conferma, precisa, replica, annuncia, spiega, sostiene,
      prende posizione, fa chiarezza, si esprime, reagisce`,
    pt: `
      porta voz, esclarece, declaracao, comunicado, confirma, afirma, diz, anuncia, explica, alega, se pronuncia,
      se posiciona, reage, se manifesta`,
    ja: `声明, 説明, コメント, 表明, 明言, 発表, 見解`,
  },
  /** It denies something. */
  denied: {
    en: `
      denies, deny, denied, denial, insist*, assur*, reassur*, rules out, never train*, does not train, do not train,
      will not train, has not trained, not been used, have never, has never, not use, won't, defends, rejects claims,
      rebut*, pushes back, rejects accusations, rejects allegations, dismisses accusations, never used, has not used,
      hits back at claims`,
    fr: `
      nie, nient, dement*, se defend, n'a jamais, n'ont jamais, n'utilise pas, n'entraine pas, n'entrainera*, rassure*,
      refute, rejette les accusations, balaie, n a pas utilise, jamais utilise, defend l usage, defend son usage,
      defend l utilisation`,
    de: `
      bestreitet, dementiert, versichert, beteuert, verteidigt, weist .. zurück, schließt .. aus, nie mit,
      nicht trainiert, nicht zum training, beschwichtigt, keine .. trainiert, weist .. vorwürfe, nie genutzt,
      nie verwendet, nicht genutzt`,
    es: `
      niega, desmiente, asegura, nunca ha, no ha usado, no entrena, no entrenara, descarta, tranquiliza,
      rechaza las acusaciones, rechaza acusaciones, no ha utilizado, nunca uso, nunca utilizo, no reemplazara,
      defiende`,
    it: `
      nega, smentisce, assicura, non ha mai, non usa, non addestra, non addestrera, esclude, rassicura,
      respinge le accuse, respinge accuse, mai usato, mai utilizzato, nessun uso, garantisce, difende`,
    pt: `
      nega, desmente, assegura, garante, se defende, nunca usou, nao usou, nao treina, nao treinara, descarta,
      tranquiliza, rejeita acusacoes, rebate, nunca utilizou, nao utilizou, defende o uso, defende uso,
      defende seu uso`,
    ja: `否定, 反論, 使っていない, 使用していない, 学習していない, 利用していない, 利用しない, 使わない`,
  },
  /** It concedes, apologises or commits itself. */
  promised: {
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
      promete*, se compromete*, pide perdon, se disculpa, carta abierta, rectifica, reconoce, admite, lamenta, recula,
      retira la clausula, renuncia a, marcha atras`,
    it: `
      promette, promettono, si impegna, si scusa, lettera aperta, marcia indietro, ammette, riconosce, dietrofront,
      ritira la clausola, rinuncia a`,
    pt: `
      promete, se compromete, compromete-se, pede desculpa*, carta aberta, recua, volta atras, reconhece, admite,
      lamenta, retira a clausula, desiste de, abre mao`,
    ja: `公開書簡, 約束, 謝罪, 認め, 修正へ, 撤回, 見直し, 誓約`,
  },
  deal: {
    en: `
      deal, deals, licensing, licensed, agreement, partner, partners, partnership, pact, alliance, teams with, teams up,
      team up, inks, strikes, joins forces, collaborat*, strategic, joint venture, tie up, licenses, license, allies,
      sign with, signs with, signed with, have signed, each signed, licence*, agree to, agree on, allied,
      signs .. major, signs .. label, signs up, clears, opens the door, opens .. door to, opens .. catalog*,
      opens .. doors, sells .. catalog*, sign on, signs on, signed on`,
    fr: `
      accord, accords, partenariat*, contrat*, s'allie, s'allient, s associe*, s entendent, collabor*, pacte,
      ouvre la porte, ouvre les portes, ouvre son catalogue, cede`,
    de: `
      lizenz*, abkommen, vertrag, vereinbar*, partnerschaft, kooperation*, kooperier*, einig*, allianz, unterzeichn*,
      arbeiten zusammen, pakt, bündnis, öffnet .. tür, öffnet .. katalog, überlässt`,
    es: `
      acuerdo*, alianza*, licencia*, contrato, se alia*, colabor*, pacto, pacta*, asocia*, convenio, firma con,
      firman con, abre la puerta, abre las puertas, abre su catalogo, cede`,
    it: `
      accord*, intesa, licenz*, contratto, alleanz*, collabora*, patto, si allea*, firma con, firmano con,
      apre la porta, apre le porte, apre il catalogo, concede`,
    pt: `
      acordo*, parceria*, licenc*, contrato, alianca, se une*, colabora*, pacto, fecha com, assina com, abre a porta,
      abre as portas, abre seu catalogo, abre o catalogo, cede`,
    ja: `契約, 提携, ライセンス, 合意, パートナーシップ, 締結, 協業`,
  },
} as const satisfies Record<string, PhraseList>;
