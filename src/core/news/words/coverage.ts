/** Concepts of coverage: opinion, statistics, protest, government. */
import type { PhraseList } from '../phrase-search.ts';

export const COVERAGE_CONCEPTS = {
  /** Views, interviews and retrospectives. */
  opinion: {
    en: `
      opinion, op ed, oped, column, essay, analysis, podcast, interview*, conversation with, long conversation,
      in conversation, q&a, explainer, guest post, viewpoint, deep dive, background, round up, roundup, long read,
      loophole, panel discussion, keynote, i read, i asked, i tried, i spent, writes our, our columnist, the author,
      an editorial, our editorial`,
    fr: `
      tribune, edito, editorial, chronique, analyse, entretien, decryptage, point de vue, reportage, enquete, billet,
      table ronde`,
    de: `
      meinung, kommentar, gastbeitrag, kolumne, analyse, gespräch, hintergrund, leitartikel, einordnung, reportage,
      podiumsdiskussion, gastkommentar`,
    es: `tribuna, editorial, columna, analisis, entrevista*, reportaje, ensayo, charla, mesa redonda, punto de vista`,
    it: `
      opinione, editoriale, rubrica, analisi, intervist*, approfondimento, commento, riflession*, inchiesta, colloquio,
      punto di vista, tavola rotonda`,
    pt: `opiniao, editorial, coluna, analise, entrevista*, reportagem, ensaio, mesa redonda, ponto de vista`,
    ja: `コラム, 社説, 解説, インタビュー, 考察, 論考, 対談, オピニオン, ポッドキャスト, 寄稿, まとめ`,
  },
  /** Think-piece headlines. */
  musing: {
    en: `
      why, means for, explained, guide, how to, everything you need to know, what to know, things to know, commentary,
      review, reviewed, lessons, takeaways, looks back, the case for, the case against, my, warns, speaks about,
      talks about, talks to, one musician, in depth, weighs in, reflects, myth*, the problem with, can we, must we,
      future of, rethink*, beware, hot take, the year in, big ideas, predictions, priorities for, outlook, vision for,
      a win for, wake up call, deal suggests, raises questions, # things, two things, three things, four things,
      five things, six things, seven things, ten things, key arguments, # key, # reasons, # ways, might have missed,
      what it means, what they mean, where things stand, endgame, at stake, on..., talks ai, opens up, sits down`,
    fr: `
      pourquoi, comprendre, explications, dossier, raconte, se confie, face a face, mode d emploi, que change,
      ce qu'il faut savoir, l'avenir de, faut il, comment les, le piege, retour sur, # choses, ce qu il faut retenir,
      ce que l on sait, ce qu on sait, leçons, enjeux`,
    de: `
      warum, erklärt, folgen für, was .. bedeutet, spricht im, erzählt, ich habe, ratgeber, faq, zukunft der,
      was man wissen muss, so geht, rückblick, wie .. verändert, was jetzt, # dinge, # fakten, lehren aus,
      quartalsbericht, wie geht es`,
    es: `
      por que, claves, explicacion, explicamos, habla de, cuenta como, que cambia, lo que debes saber, guia,
      el futuro de, asi funciona, # cosas, lo que sabemos, que significa, lecciones, y ahora que`,
    it: `
      perche, spiegat*, cosa significa, racconta, parla di, cosa cambia, cosa sapere, guida, il futuro, come funziona,
      # cose, cosa sappiamo, lezioni, e adesso`,
    pt: `
      por que, entenda, explicado, conta como, fala sobre, o que muda, o que saber, guia, o futuro, como funciona,
      # coisas, o que sabemos, o que significa, licoes, e agora`,
    ja: `なぜ, とは, 読み解く, 未来, 徹底解説, 振り返る, どうなる, つの理由, つのポイント, の行方, インパクト`,
  },
  /** Counts and surveys. */
  statistics: {
    en: `
      survey*, poll, polled, study, statistic*, report finds, report says, researchers, data shows, data show,
      blind test, forecast*, projection*, most listeners, uploads a day, ipsos, respondents, year in review, share of,
      counts about, estimat*, index, barometer, by the numbers`,
    fr: `
      etude, sondage, chiffres, statistique*, barometre, test a l aveugle, interroge*, des auditeurs, compte desormais,
      part de`,
    de: `
      umfrage, studie, befragt*, befragung, statistik*, blindtest, hochrechnung, laut einer, erhebung, anteil,
      schätzung*, zahlen`,
    es: `encuesta, estudio, estadistica*, cifras, encuestados, barometro, segun un, estimacion*, proyeccion*, cuota`,
    it: `sondaggio, studio, indagine, ricerca, cifre, intervistati, secondo uno, secondo un, stima, stime, quota`,
    pt: `pesquisa, estudo, estatistica*, numeros, entrevistados, levantamento, segundo um, fatia`,
    ja: `調査, アンケート, 統計, 割合, 約半数, 試算, 推計, レポート`,
  },
  /** The headline gives an amount. */
  amounts: {
    any: `#%, # %`,
    en: `
      # percent, # per cent, # tracks, # songs, # ai tracks, # uploads, a day, per day, every day, daily, doubled,
      tripled, doubles, triples, one in, half of, near* half, a third of, two thirds, a quarter of, three quarters,
      majority of, out of #, climbs, billion, flooded, flooding, floods, flood, spammed, deluge, inundat*, overrun,
      swamped, avalanche, million`,
    fr: `
      # titres, # morceaux, par jour, chaque jour, un titre sur, un morceau sur, sur deux, sur trois, milliards,
      un tiers, la moitie, pour cent, submerge*, inonde*, deferl*, invasion, raz de maree, millions`,
    de: `
      # prozent, # titel, pro tag, täglich*, jeden tag, jeder zweite, jeder dritte, jedes dritte, milliarden,
      ein drittel, die hälfte, mehr als die, überflut*, flut, überschwemm*, schwemme, lawine, millionen`,
    es: `
      # por ciento, # canciones, # pistas, al dia, diari*, cada dia, un tercio, la mitad, uno de cada, una de cada,
      inund*, avalancha, aluvion, oleada, millones`,
    it: `
      # per cento, # brani, # canzoni, al giorno, ogni giorno, un brano su, la meta, uno su, un terzo, miliardi, invas*,
      inond*, valanga, sommers*, ondata, milioni`,
    pt: `
      # por cento, # faixas, # musicas, por dia, diaria*, todos os dias, um terco, metade, uma em cada, um em cada,
      bilhoes, inund*, enxurrada, onda de, milhoes`,
    ja: `1日, 毎日, パーセント, 倍に, 氾濫, あふれ, 急増, 半数, #万曲`,
  },
  /** Complaints, boycotts and appeals. */
  protest: {
    onlyEn: `rage`,
    en: `
      protest*, boycott*, backlash, outcry, uproar, petition*, quit, quits, quitting, leave spotify, leaves spotify,
      leaving spotify, left the platform, leave the platform, leaving the platform, walk out, furious, angry, anger,
      outrage*, users complain, criticis*, criticiz*, condemn*, artists say, musicians say, artists demand,
      musicians demand, campaigners, slam*, pull their, pulls its music, pulls her, pulls his, betrayal, betrayed,
      users lose, users rage, dismay*, disappointed, revolt*, upset, fury, walkout, denounce*, call out, calls out,
      called out, hits out, blast*, decri*, accuse, accuses, accused, fooled, artists complain, musicians complain,
      complaints from artists, complaints from users, complaints from musicians, remove* her, remove* his,
      remove* their, pull* .. from spotify, removes music, pulls music, take* .. music off, hit out, hits back,
      hit back, decry, warn against, warning against, warns against, campaign against, urges musicians, urges artists,
      calls it, remove* music from, pull* music from`,
    fr: `
      colere, tempete, tolle, quitte, quittent, denonc*, critiqu*, indign*, polemique, fronde, grogne,
      retire son catalogue, retirent leur*, accus*, monte* au creneau, s'insurg*, retire sa musique,
      retire* .. de spotify, coup de gueule, reclame*`,
    de: `
      boykott*, empör*, kritik*, kritisier*, verlass*, shitstorm, wut, aufschrei, ärger, wirft .. vor, werfen .. vor,
      beschwer*, zieht .. musik zurück, kampagne, wehren sich, wehrt sich gegen`,
    es: `
      boicot*, indigna*, polemica, peticion, abandona*, critica*, denuncia*, exigen, rechazo, enfado, acusa*,
      cargan contra, retira* su musica, retira* sus canciones, alzan la voz, se rebela*`,
    it: `
      boicott*, polemic*, petizione, lascia*, abbandon*, critic*, rivolta, chiedono, indign*, bufera, accus*, attacca,
      ritira* .. musica, toglie .. musica, contro l ai:, si schiera`,
    pt: `
      boicot*, polemica, peticao, abaixo assinado, abandona*, deixam o, deixa o, critica*, denuncia*, exigem, acus*,
      retira* sua musica, retira* suas musicas, tira* .. musicas do, se rebela*, repudi*`,
    ja: `抗議, 批判, 炎上, ボイコット, 署名, 反発, 離脱, 非難, 殺到, 不満, 怒り, 苦言, いらない, 引き上げ`,
  },
  government: {
    any: `
      Copyright Office, NO FAKES, ELVIS Act, AI Act, TRAIN Act, FTC, CNIL, USCO, Bundestag, Bundesrat, White House,
      WIPO, Folketing, Bundeskartellamt, DOJ`,
    en: `
      bill, legislat*, government, minister*, regulat*, lawmaker*, parliament, congress, senat*, consultation,
      copyright exception, mining exception, copyright reform, directive, mep, meps, lords, president signs, governor,
      white paper, law, laws, act reintroduced, european commission, executive order`,
    fr: `
      loi, lois, gouvernement, ministre*, parlement*, assemblee nationale, depute*, commission europeenne,
      reglement europeen`,
    de: `
      gesetz*, *gesetz, regierung, bundestag, parlament*, kommission, richtlinie, abgeordnete, verordnung, politik,
      brüssel`,
    es: `
      ley, leyes, gobierno, ministr*, parlament*, senado, congreso, comision europea, directiva, reglamento, diputados`,
    it: `
      legge, leggi, ddl, governo, ministr*, parlament*, camera dei deputati, commissione europea, direttiva,
      regolamento ue, garante, agcom`,
    pt: `
      lei, leis, governo, ministr*, parlament*, senado, camara, congresso, comissao europeia, diretiva, regulament*,
      marco legal, deputados`,
    ja: `法律, 法案, 政府, 文化庁, 国会, 規制, 省, 委員会, EU, 著作権法`,
  },
  /** A law or decision is final. */
  enacted: {
    en: `
      passes, passed, into law, becomes law, in force, takes effect, take effect, enacts, enacted, adopts, adopted,
      approves, approved, finalises, finalizes, now law, rejects, rules out, scraps, abandons, concludes, makes .. law,
      made law, signs .. law, drops the plan, drops .. exception, final vote, fined, fines`,
    fr: `adopte, adoptee, vote, votee, promulgu*, entre en vigueur, approuve*, definitivement, abandonne .. exception`,
    de: `beschließt, beschlossen, verabschiedet, in kraft, gebilligt, gilt ab, gesetz tritt, kippt, verwirft`,
    es: `aprueba, aprobada, aprobado, entra en vigor, promulga*, adopta, descarta, multa`,
    it: `approva, approvata, approvato, in vigore, via libera, e legge, diventa legge, adotta, vara la legge, multa`,
    pt: `aprova, aprovada, aprovado, entra em vigor, sancion*, promulga*, adota, vira lei, multa`,
    ja: `成立, 施行, 可決, 採択, 承認, 改正法, 賠償命令, 罰金, 見送り`,
  },
  /** Legislation is pending. */
  proposed: {
    en: `
      bill, bills, propos*, draft, hearing, hearings, consult*, weigh*, consider*, plans, plan, reintroduc*, debate*,
      committee, calls for, urges, recommend*, vote, lobby*, report, inquiry, testif*, pre publication`,
    fr: `projet, envisage*, examin*, debat*, rapport, commission, plaide*, reclam*`,
    de: `
      entwurf, vorschlag, vorschläge, plant, pläne, debatt*, anhörung, fordert, fordern, bericht, konsultation, berät,
      diskut*, erwägt`,
    es: `proyecto, propuesta, propone*, estudia, informe, piden, reclama*, borrador`,
    it: `disegno, propone, dibattito, valuta, bozza, chiedono, audizion*, rapporto`,
    pt: `projeto, propoe, avalia, relatorio, pedem, minuta, audiencia`,
    ja: `案, 検討, 公聴会, 意見募集, パブリックコメント, 審議会, 議論`,
  },
  funding: {
    en: `
      raises, raised, raise $, funding, valuation, valued at, series a, series b, series c, series d, seed round,
      investment round, invests, investors, acquires, acquired, acquisition, buys, ipo, revenue of, annual revenue,
      venture capital`,
    fr: `leve, levee de fonds, valoris*, tour de table, investi*, rachete*, acquiert`,
    de: `finanzierungsrunde, bewertung, bewertet, sammelt, investoren, übernimmt, übernahme, kauft, risikokapital`,
    es: `ronda de financiacion, recauda, levanta, valoracion, valorad*, inversores, inversion, adquiere, compra`,
    it: `raccoglie, round, finanziamento, valutazione, valutata, investitori, acquisisce, acquisizione, compra`,
    pt: `capta, rodada, financiamento, avaliada, avaliacao, investidores, investimento, adquire, compra`,
    ja: `資金調達, 評価額, 億ドルを調達, 買収, 出資, 投資家`,
  },
  /** A platform's own business, where AI is incidental. */
  business: {
    en: `
      layoff*, lay off, laid off, jobs, job losses, job cuts, price, prices, higher bill, breach, hack*, leak*, outage,
      passwords, earnings call, q1, q2, q3, q4, shares, stock, joint venture, antitrust, ticket*, merger, coding,
      engineering, headquarters, appoint*, steps down, lossless, hi res, defence, defense, military, drone*, weapons,
      carplay, smart tv, wrapped, audiobook*, bitcoin, moderat*, age verification, customer service, quarterly,
      first quarter, second quarter, third quarter, fourth quarter, quarter results, software engineers, its code,
      company's code, own code, weaponry, weapon, warfare, arms maker, ai weapon*`,
    fr: `
      licenciement*, emplois, prix, tarif*, abonnement*, fuite de donnees, piratage, panne, bourse, trimestr*, code,
      armement, nomm*`,
    de: `
      entlass*, stellenabbau, stellen, preis*, abo, datenleck, ausfall, aktie*, quartal*, programmier*, rüstung*,
      drohne*, verteidigung*`,
    es: `
      despid*, empleos, precio*, suscripcion, filtracion, caida, trimestre, programadores, armas, defensa, dron*,
      en bolsa`,
    it: `
      licenziament*, posti di lavoro, prezz*, rincar*, abbonament*, dati personali, dati di, guasto, trimestre,
      programmatori, helsing, armi, difesa, droni, in borsa, violazione dei dati, violazione di dati`,
    pt: `
      demiss*, empregos, preco*, assinatura*, vazamento, instabilidade, trimestre, programadores, armas, defesa,
      na bolsa`,
    ja: `値上げ, 料金, 人員削減, リストラ, 流出, 決算, 株価, 障害, 軍事`,
  },
  /** A single case, chart or curiosity: about platforms, not by them. */
  anecdote: {
    en: `
      chart, charts, topped, tops, hit song, viral, number one, no. 1, fake act, fooled, hoax, listeners, grammy*,
      award*, eurovision, duet, record deal, recording contract, publishing deal, label signing`,
    fr: `
      classement, tube, viral*, numero un, imposteur, canular, auditeurs, contrat discographique,
      contrat d enregistrement`,
    de: `hit, platz eins, nummer eins, hochstapl*, schwindel, plattenvertrag, millionen hörer, hörerinnen`,
    es: `lista de exitos, exito, numero uno, enganaron, contrato discografico, oyentes`,
    it: `classific*, hit, virale, primo posto, era primo, bufala, sanremo, contratto discografico, ascoltatori`,
    pt: `parada, paradas, sucesso, primeiro lugar, farsa, contrato discografico, ouvintes`,
    ja: `チャート, ランキング, ヒット, 1位, 話題, メジャーデビュー`,
  },
  /** Fraud and its trials. */
  crime: {
    en: `
      charged, indict*, pleads guilty, pleaded guilty, arrest*, fraudster*, prosecut*, jailed, sentenced, wire fraud,
      scammer*, scam, guilty plea, plea deal, defraud*, fraud case, streaming fraud scheme`,
    fr: `mis* en examen, arret*, escroc*, escroquerie, inculp*, prison`,
    de: `angeklagt, festgenommen, betrüger*, staatsanwalt*, haft`,
    es: `acusado, detenido*, estafa*, fiscal*, carcel, prision`,
    it: `indagat*, truffa*, procura, carcere`,
    pt: `preso, presa, acusado, golpe, golpista*, promotor*, cadeia`,
    ja: `逮捕, 詐欺, 起訴`,
  },
} as const satisfies Record<string, PhraseList>;
