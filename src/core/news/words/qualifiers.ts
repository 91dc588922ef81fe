/** Concepts that qualify an action: what came earlier, what is only wanted, what befell one artist. */
import type { PhraseList } from '../phrase-search.ts';

export const QUALIFIER_CONCEPTS = {
  /** An earlier deal or case only dates the news. */
  followUp: {
    en: `
      hours after .. deal, days after .. deal, weeks after .. deal, months after .. deal, day after .. deal,
      in the wake of .. deal, ahead of .. deal, amid .. deal, on the heels of .. deal, despite .. deal, over .. deal,
      over .. deals, against .. deal, against .. deals, slams .. deal, slam .. deal, defends .. deal, justifies .. deal,
      questions .. deal, behind .. deal, need .. deal, need .. deals, without .. deal, without .. deals, no deal`,
    fr: `
      apres l accord, apres son accord, apres leur accord, apres .. accord avec, sur l accord, suite a l accord,
      malgre l accord, contre l accord`,
    de: `nach .. deal, nach .. einigung, nach .. vertrag, nach .. abkommen, trotz .. deal, gegen .. deal`,
    es: `tras el acuerdo, tras su acuerdo, sobre el acuerdo, pese al acuerdo, contra el acuerdo`,
    it: `dopo l accordo, dopo il suo accordo, sull accordo, nonostante l accordo, contro l accordo`,
    pt: `apos o acordo, depois do acordo, sobre o acordo, apesar do acordo, contra o acordo`,
    ja: `契約後, 提携後, 合意後, 提携を受け, 契約を受け, 契約をめぐ, 提携をめぐ`,
  },
  /** A complaint is amended, not filed. */
  amended: {
    en: `amended, amends, amend, bulked up, beefed up, updated complaint, expanded complaint, expanded lawsuit`,
    fr: `plainte modifiee, plainte amendee, modifie sa plainte, elargi* .. plainte`,
    de: `geänderte klage, erweitert* .. klage, klage erweitert`,
    es: `demanda modificada, demanda ampliada, amplia* .. demanda`,
    it: `causa modificata, ampli* .. causa, integra .. denuncia`,
    pt: `acao modificada, ampli* .. acao, ampli* .. processo`,
    ja: `修正訴状, 訴状を修正, 訴えを変更`,
  },
  /** The rest of the headline happened earlier. */
  earlier: {
    en: `hours after, days after, weeks after, months after, a year after, years after`,
    fr: `heures apres, jours apres, semaines apres, mois apres`,
    de: `stunden nach, tage nach, wochen nach, monate nach`,
    es: `horas despues, dias despues, semanas despues, meses despues`,
    it: `ore dopo, giorni dopo, settimane dopo, mesi dopo`,
    pt: `horas depois, dias depois, semanas depois, meses depois, dias apos`,
    ja: `日後, 週間後, カ月後, か月後`,
  },
  /** Chart companies, whose rules bind no platform. */
  chart: {
    en: `
      official chart*, national chart*, from .. chart, from .. charts, off .. chart, off .. charts, singles chart,
      album chart, chart rules, chart eligib*, chart compan*, charts compan*, grammy*, award*, contest, festival`,
    fr: `classement officiel, du classement, des classements, hit parade, du top, prix, concours`,
    de: `aus den charts, in den charts, offizielle* charts, hitparade, chartregel*, preis, wettbewerb, hitliste*`,
    es: `lista oficial, listas oficiales, de la lista, de las listas, premio*, certamen, concurso`,
    it: `classific* ufficial*, dalla classifica, dalle classifiche, premio, concorso, sanremo`,
    pt: `parada oficial, paradas oficiais, da parada, das paradas, premio*, concurso`,
    ja: `公式チャート, チャートから, ランキングから, 賞, コンテスト, チャートに`,
  },
  /** Somebody requests a takedown; the platform has not responded. */
  takedownAsked: {
    en: `
      for removal, request* .. remov*, request* .. takedown*, ask* .. to remove, ask* .. remov*, demand* .. remov*,
      takedown request*, takedown notice*, removal request*, calls for .. ban, call for .. ban, urge* .. ban,
      urge* .. remov*, wants .. removed, want .. removed, asks .. take down`,
    fr: `demand* .. retrait, exige* .. retrait, demand* .. suppression, reclam* .. retrait, reclam* .. interdiction`,
    de: `
      fordert .. löschung, fordern .. löschung, verlangt .. löschung, löschanträge, fordert .. verbot,
      fordern .. verbot`,
    es: `pide* .. retir*, exige* .. retir*, pide* .. elimin*, exige* .. elimin*, pide* .. prohib*, solicit* .. retir*`,
    it: `chied* .. rimozione, chied* .. rimuovere, chied* .. divieto, richiest* di rimozione`,
    pt: `
      pede* .. remo*, pede* .. retir*, exige* .. remo*, solicit* .. remo*, pedido* de remocao, retirados da internet`,
    ja: `削除を要請, 削除を要求, 削除要請, 削除請求, 禁止を求め`,
  },
  /** Works were allegedly taken without permission. */
  theft: {
    en: `
      steal, steals, stole, stolen, stealing, theft, copied, copies, copying, piracy, pirated, pirating, plagiar*,
      ripped off, ripping off, looted, looting, without permission, without a licence, without a license, unlicensed,
      unauthori*, scraped, scraping, stream ripping`,
    fr: `vol de, vole*, pille*, pillage, pirat*, plagi*, sans autorisation, copie*, sans permission`,
    de: `
      gestohlen*, stiehlt, stehlen, diebstahl, klau*, geklaut*, raubkop*, kopier*, plagi*, ohne erlaubnis, ohne lizenz,
      unlizenziert*, piraterie`,
    es: `roba*, robo de, copia*, plagi*, pirat*, sin permiso, sin autorizacion, sin licencia, apropia*, saque*`,
    it: `rub*, furto, copia*, plagi*, pirat*, senza permesso, senza autorizzazione, senza licenza, saccheggi*`,
    pt: `roub*, copia*, plagi*, pirat*, sem permissao, sem autorizacao, sem licenca, apropria*, saque*`,
    ja: `無断, 盗用, 盗ん, 海賊版, コピー, 無許可, 無許諾`,
  },
  /** Somebody accuses somebody else. */
  accused: {
    en: `accus*, alleg*, claim, claims, charges that, blame*`,
    fr: `reproch*, mis* en cause`,
    de: `beschuldig*, wirft .. vor, werfen .. vor, vorwurf, vorwürfe, bezichtig*`,
    es: `acusa*, senala*, reproch*`,
    it: `contesta*, imput*`,
    pt: `acusa*, apont* .. como, culpa*`,
    ja: `主張, 非難, 訴え, 指摘`,
  },
  /** A deal is being negotiated. */
  negotiates: {
    en: `
      in talks, holds talks, seeks .. deal, seeks .. deals, seeking .. deals, negotiat*, nears .. deal,
      close to .. deal, wants .. deals, considers .. deal`,
    fr: `negoci*, pourparlers, en discussion, en discussions, cherche .. accord, cherche .. accords, vers un accord`,
    de: `verhandel*, in gesprächen, gespräche mit, gespräche über, strebt .. an`,
    es: `negocia*, busca .. acuerdo, busca .. acuerdos, buscan .. acuerdo, conversaciones, cerca de .. acuerdo`,
    it: `trattativ*, negozia*, tratta con, trattano con, verso un accordo, cerca .. accord*`,
    pt: `negocia*, busca .. acordo, busca .. acordos, buscam .. acordo, em conversas, perto de .. acordo`,
    ja: `交渉, 協議, 話し合い`,
  },
  /** A generator restricts its users. */
  limits: {
    en: `
      cap, caps, capped, limits, limit, limited to, restricts, restrict, restricted, download limit*,
      no longer download*, limiting, rations, ration`,
    fr: `plafonne*, plafond*, limite*, restrein*, restriction*`,
    de: `begrenzt, beschränkt, limit*, obergrenze*, schränkt .. ein`,
    es: `limita*, tope*, restring*`,
    it: `limita*, limiti, tetto, restring*`,
    pt: `limita*, limite*, teto, restring*`,
    ja: `制限, 上限`,
  },
  /** Confidential material was leaked. */
  leaked: {
    en: `
      hack shows, hack suggests, leak*, source code, internal document*, internal email*, reveal*, expos*, whistleblow*,
      investigation finds, hacker*, hacked`,
    fr: `fuite*, revele*, code source, documents internes, divulgu*, lanceur d alerte`,
    de: `geleakt*, quellcode, enthüll*, interne dokumente, durchgesickert*, aufgedeckt`,
    es: `filtra*, codigo fuente, revela*, documentos internos, destapa*`,
    it: `trapel*, codice sorgente, rivela*, svela*, documenti interni`,
    pt: `vaza*, codigo fonte, revela*, documentos internos, expoe`,
    ja: `流出, 漏えい, 漏洩, 判明, 発覚, 明らかに, ソースコード, 露見, 暴露`,
  },
  /** A detector of AI music is licensed, not music. */
  detection: {
    en: `detect*, identif*, fingerprint*, trace*, tracing, attribution, monitor*`,
    fr: `reperer`,
    de: `erkenn*, detekt*, aufspür*`,
    es: `rastrear`,
    it: `rilev*, riconosc*, individua*`,
    pt: `detec*, rastrear`,
    ja: `検出, 検知, 識別, 判別, 追跡`,
  },
  /** Public principles without a change of terms. */
  principles: {
    en: `charter, red line, red lines, principles, manifesto, code of ethics, pledge*`,
    fr: `charte, lignes rouges, ligne rouge, principes, manifeste`,
    de: `charta, rote linien, grundsätze, prinzipien, leitlinien, manifest`,
    es: `lineas rojas, principios, manifiesto`,
    it: `linee rosse, principi`,
    pt: `linhas vermelhas, principios`,
    ja: `憲章, 原則, 宣言`,
  },
  /** Music was removed from a catalog. */
  takenOut: {
    en: `
      purg*, wipes, wiped, removes, removed, deletes, deleted, pulled, pulls, took down, takes .. down, taken down,
      culls, culled, scrubs, scrubbed, cleans up, kicked off, boots, ousts, yanks, yanked`,
    fr: `supprime, supprimes, supprimees, retire, retires, retirees, le menage, vire, efface`,
    de: `entfernt, löscht, gelöscht, räumt auf, wirft .. raus, nimmt .. herunter, schmeißt`,
    es: `elimina, elimino, eliminad*, retira, retiro, retirad*, borra, borro, limpia`,
    it: `rimuove, rimoss*, elimina, eliminat*, cancella, cancellat*, toglie`,
    pt: `
      remove, removeu, removid*, retira, retirou, retirad*, derruba, derrubou, apaga, apagou, faxina, limpa, limpeza`,
    ja: `を削除, 削除した, 一掃`,
  },
  /** Somebody suggests a rule that does not exist yet. */
  proposes: {
    en: `propos*, suggest*, push for, pushes for, push .. guardrails, calls for, call for, recommend*, draft*, want`,
    fr: `suggere*, plaide*, appelle* a, reclame*, recommand*`,
    de: `schlägt .. vor, schlagen .. vor, vorschlag, fordert, fordern, empfiehlt, empfehlen, plädier*`,
    es: `propon*, propuesta, sugier*, reclama*, piden, pide, recomiend*`,
    it: `propon*, suggeri*, chiedono, chiede, raccomanda*`,
    pt: `propoe*, suger*, pedem, pede, recomenda*`,
    ja: `提案, 提言, 求め, 要望, 要求`,
  },
  /** A government rejects an exception to copyright. */
  refusedPlan: {
    en: `
      rejects proposal, rejects plan, rejects .. exception, rejects .. exempt*, rules out .. exception,
      rules out .. exemption, rules out .. change*, rules out .. mining, refuses .. exemption, refuses .. exception,
      no exception for, no exemption for, scraps .. exception, scraps .. exemption, drops .. exception,
      drops .. exemption, abandons .. exception`,
    fr: `rejette .. exception, ecarte .. exception, renonce .. exception, refuse .. exception, exclut .. exception`,
    de: `lehnt .. ausnahme, schließt .. ausnahme, keine ausnahme, verwirft .. ausnahme, streicht .. schranke`,
    es: `rechaza .. excepcion, descarta .. excepcion, renuncia .. excepcion, rechaza .. exencion, descarta .. exencion`,
    it: `respinge .. eccezione, esclude .. eccezione, rinuncia .. eccezione, boccia .. eccezione, esclude .. deroga`,
    pt: `rejeita .. excecao, descarta .. excecao, desiste .. excecao, rejeita .. isencao, descarta .. isencao`,
    ja: `例外規定を見送, 例外を認めず, 権利制限を見送, 例外規定を撤回`,
  },
  /** One artist or song was affected, under known rules. */
  singleCase: {
    en: `
      dead artist*, dead musician*, dead singer*, deceased artist*, deceased musician*, deceased singer*, late artist*,
      late singer*, late rapper*, late musician*, page of, pages of, profile of, on .. page, on .. profile,
      on .. profiles, her profile, his profile, their profile, her own song*, his own song*, impersonator*, impostor*,
      doppelganger*, copycat*, clone of, cloned by, fake version*, fake album*, fake new song*, knockoff*, knock off*,
      imitator*`,
    fr: `
      artistes morts, artistes decedes, artiste decede*, chanteu* decede*, chanteu* mort*, defunt*, page de, pages d,
      profil de, sa page, son profil, faux album*, fausse chanson*, sosie*, copie ia`,
    de: `
      verstorbene*, tote* künstler*, tote* musiker*, tote* sänger*, profil von, profilen von, seiten von, ihrem profil,
      seinem profil, falsche* album, falsche* songs, nachahmer*`,
    es: `
      fallecid*, artistas muertos, cantantes muertos, difunt*, perfil de, perfiles de, pagina de, paginas de, su perfil,
      falso album, falsa cancion, falsas canciones, ocupando su lugar`,
    it: `
      artisti morti, cantanti morti, defunt*, scompars*, profilo di, profili di, pagina di, pagine di, il suo profilo,
      falso album, falsi brani`,
    pt: `
      falecid*, artistas mortos, cantores mortos, perfil de, perfis de, pagina de, paginas de, seu perfil, falso album,
      musicas falsas de, no lugar d*`,
    ja: `故人, 亡くなった, 死去した, 偽アルバム, 本人の知らない, 偽の新曲, 公式ページに`,
  },
} as const satisfies Record<string, PhraseList>;
