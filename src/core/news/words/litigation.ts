/** Concepts of litigation: settlements, lawsuits, rulings. */
import type { PhraseList } from '../phrase-search.ts';

export const LITIGATION_CONCEPTS = {
  settled: {
    en: `
      settl*, drops .. case, drop .. suit, drops .. suit, suit withdrawn, withdraw* .. suit, withdraw* .. lawsuit,
      bury the hatchet, end* .. litigation, ends .. lawsuit, ending .. lawsuit, make peace, makes peace, truce,
      dismissed after, ends .. fight, ends .. dispute, end .. dispute, ends .. feud, drop* .. claims, ends .. legal,
      end .. legal, dismiss* .. their case, out of court, close* .. case, calls off, call off, bury .. feud,
      puts .. behind, lay* .. to rest, resolves .. dispute, resolve .. lawsuit, resolves .. lawsuit`,
    fr: `
      a l amiable, transig*, retire sa plainte, retirent leur plainte, met fin au litige, mettent fin, fin du litige,
      enterr* la hache, font la paix, solde* .. litige, abandonn* .. poursuites, mettre fin, regle .. litige,
      reglent .. litige, regle .. proces, reglent .. proces, regle .. differend, reglent .. differend`,
    de: `
      beigelegt, legen .. bei, legt .. bei, vergleichen sich, einigen sich, außergerichtlich*, zurückgezogen,
      zieht .. klage zurück, beend* .. rechtsstreit, rechtsstreit .. bei, frieden, kriegsbeil, beend* .. streit,
      lassen .. klage fallen, lässt .. klage fallen, begraben`,
    es: `
      pacto extrajudicial, acuerdo extrajudicial, retira .. demanda, retiran .. demanda, pone* fin, zanja*,
      hacen las paces, hace las paces, cierra* .. litigio, cierra* .. disputa, fin .. disputa, abandona* .. demanda,
      entierra*, cierra .. pleito, retira .. pleito, resuelve .. litigio, resuelven .. litigio, resuelve .. demanda,
      resuelven .. demanda`,
    it: `
      dalla causa, ritira .. causa, ritirano .. causa, chiud* .. causa, chiud* .. contenzioso, transazione, fanno pace,
      fa pace, mette fine, patteggia*, ascia di guerra, chiud* .. disputa, archivi*, rinuncia* .. causa,
      fine della causa, al posto .. causa, invece .. causa, risolv* .. causa, risolv* .. contenzioso`,
    pt: `
      acordo extrajudicial, retira .. processo, retiram .. processo, encerra* .. processo, encerra* .. disputa,
      fazem as pazes, faz as pazes, poe fim, poem fim, fim .. disputa, desist* .. processo, resolve* .. processo,
      resolve* .. disputa`,
    ja: `和解, 訴訟を終結, 訴訟終結, 取り下げ`,
  },
  lawsuit: {
    onlyEn: `sue, suit, suits, court, courts`,
    en: `
      lawsuit*, sues, sued, suing, courtroom, judge*, litigation, legal action, complaint, class action, plaintiff*,
      defendant*, jury, trial, appeal*, legal battle, infring*, tribunal, injunction, v., indict*, prosecut*,
      pleads guilty, case against, the case, court documents, lawyers, attorneys, class actions, alleg*,
      copyright case`,
    fr: `
      plainte*, proces, justice, tribunal*, juge*, litige*, poursui*, assign*, action collective, contrefacon, appel,
      cour, contentieux, avocat*, juridiction*, saisi*`,
    de: `
      klag*, verklag*, gericht*, *gericht, prozess*, rechtsstreit*, richter*, urteil*, sammelklage,
      urheberrechtsverletz*, berufung, bgh, lg, anklage, bundesgerichtshof, revision`,
    es: `
      demanda*, juicio*, tribunal*, juez*, juzgado, litigio*, querella, pleito, apelacion, justicia, sentencia*,
      pleitos`,
    it: `
      causa, cause legali, denunci*, tribunal*, giudic*, processo, contenzioso, querela, sentenz*, ricorso, corte,
      citazione, cassazione`,
    pt: `
      processo*, processa, processam, juiz*, justica, acao judicial, acao coletiva, litigio, sentenca, recurso, corte,
      acao movida, peticao, arquivamento`,
    ja: `訴訟, 提訴, 裁判, 判決, 地裁, 高裁, 控訴, 著作権侵害, 一審, 二審, 侵害を認定`,
  },
  /** A lawsuit is filed. */
  filed: {
    onlyEn: `sue`,
    en: `
      sues, sued, suing, files, filed, file suit, hit with, hits .. with, slapped with, new lawsuit, brings .. case,
      launch* .. legal, class action, legal action, lodges, haul* .. court, takes legal, lawsuit accuses,
      lawsuit claims, lawsuit alleges, to court, before the court, class actions, file class, accuse* .. lawsuit,
      begins .. legal, filing .. lawsuit, faces .. lawsuit, face .. lawsuit, joins lawsuit*, join lawsuit*,
      escalates .. legal, new suit, fresh lawsuit, wave of lawsuits, latest to sue, next to sue`,
    fr: `
      porte plainte, portent plainte, attaque*, assign*, poursuit, poursuivent, action collective, saisit, saisissent,
      traine* .. justice, depose* plainte, intente*, plainte contre`,
    de: `
      verklag*, klagt, klagen gegen, reicht .. klage, reichen .. klage, klage gegen, sammelklage, zieht vor, ziehen vor,
      zieht .. gericht, angeklagt, klagewelle, nächste klage, nächster kläger, nächste kläger*, erste klage, klage der,
      klage von, klage des, musterklage`,
    es: `demandan, denuncia a, lleva* .. tribunales, lleva* a juicio, querella, interpone*, demanda`,
    it: `
      fa causa, fanno causa, cita* in giudizio, denuncia*, porta* .. tribunale, trascina* .. tribunale, avvia* .. causa,
      azione legale, causa contro, azione contro`,
    pt: `
      processa, processam, processou, aciona* .. justica, acao coletiva, entra* na justica, move* .. acao,
      leva* .. tribunal, acao contra, entra* com processo, entra* com acao, abre* processo, ingressa*, move* processo`,
    ja: `提訴, 訴え, 集団訴訟, 起訴, 訴訟を提起, 訴訟提起`,
  },
  /** A court has ruled. */
  ruling: {
    en: `
      rules, ruled, court finds, court found, ruling, verdict, judgment, judgement, judges found, judge finds,
      judge found, convict*, sides with, sided with, wins, won, loses, lost, infringed, upholds, upheld, struck down,
      orders, ordered, liable, fair use, decides, decided, holds that, guilty, sentenced, court:, judge:, tribunal:,
      rebukes, throws out, dismisses, dismissed, dismiss claims, clears the way, must pay, must license, must stop,
      needs permission, breached, unlawful, illegal, in favour of, in favor of, lawful, legal under, legitimate,
      allowed to, court stops, court halts, court bars, court blocks, stopped by court, violated, must compensate,
      must delete, to pay, damages, court sides, judges side, pipes, overturns`,
    fr: `
      donne raison, condamn*, juge que, a juge, jugement, arret, tranche*, decision, impose, deboute*, l emporte,
      reconnu coupable, tribunal :, cour :, justice :, rejette, ordonne, interdit, illicite, donne tort, estime que,
      licite, legal, a viole, ont viole, avait viole`,
    de: `
      urteil*, verurteil*, gibt .. recht, recht bekommen, entschied*, entscheid*, gewinnt, verliert, siegt, sieg,
      verletzt, hätte .. müssen, rechtskräftig, unterliegt, schuldig, bundesgerichtshof, bgh:, eugh:, gericht:,
      landgericht:, oberlandesgericht, weist .. zurück, weisen .. zurück, weist .. ab, braucht .. erlaubnis,
      muss .. zahlen, rechtswidrig, unzulässig, stellt fest, untersagt, rechtmäßig, zulässig, erlaubt, gericht stoppt,
      gericht verbietet`,
    es: `
      sentencia*, falla*, fallo, da la razon, dictamina*, condena*, gana, pierde, vulnero, infringio, resuelve,
      veredicto, culpable, supremo:, juez:, rechaza, ordena, prohibe, ilegal, obliga a, declara, licito, legal`,
    it: `
      sentenz*, condann*, da ragione, stabilisce, vince, perde, ha violato, verdetto, decide, colpevole, tribunale:,
      cassazione:, respinge, ordina, vieta, illegale, illecit*, obbliga, lecito, legittimo`,
    pt: `
      sentenca*, condena*, da razao, decide, decidiu, ganha, vence, perde, violou, veredito, culpado, justica:, rejeita,
      ordena, proibe, ilegal, obriga, determina, licito, legal`,
    ja: `判決, 勝訴, 敗訴, 認定, 命じ, 有罪, 判断, 言い渡し, 違法, 棄却, 適法, 合法, 退け, 侵害と認`,
  },
  /** A case continues undecided. */
  procedure: {
    onlyEn: `brief, still`,
    en: `
      hearing*, hear, hears, heard, opens, begins, discovery, sealed, confidentiality, motion, motions, deposition*,
      deadline, no ruling, ruling due, due in, no decision, postpon*, delay*, schedul*, amend*, filing, filings,
      expert witness*, docket, judge asks, status conference, jury selection, asks the court, asks court, asks judge,
      argues, arguments, testif*, protective order, consolidat*, transfer*, could grow, if judge, judge agrees, unseal*,
      want the, seek*, want to add, expand*, judge weighs, court documents, new evidence, reply brief, stays, year end,
      pending, urges court, urge court, bid to, denies bid, judge denies, declines to dismiss, vacate*, admissib*,
      bulked up, beefed up, amicus, redact*`,
    fr: `
      audience*, s'ouvre, debute, commence, delibere, report*, aucune decision, pas encore, calendrier, requete*,
      plaidoirie*, expert*, modifi* .. plainte, plainte modifiee, ripost*, tentative .. rejeter, demande .. rejet,
      repliqu*`,
    de: `
      verhand*, begonnen, beginnt, prozessauftakt, auftakt, noch nicht, keine entscheidung, noch keine,
      noch kein urteil, vertagt, verschoben, termin, anhörung, antrag, gutachten, stand der dinge, weiteres verfahren,
      klage erweiter*, erweitert* .. klage, geänderte klage`,
    es: `
      audiencia*, vista, comienza, arranca, aplaza*, sin fallo, aun no, todavia no, mocion, visto para sentencia,
      peritos, calendario, demanda modificada, amplia* .. demanda, modific* .. demanda`,
    it: `
      udienz*, al via il processo, inizia*, rinvi*, nessuna decisione, non ancora, istanza, perit*, calendario,
      causa modificata, ampli* .. causa`,
    pt: `
      audiencia*, comeca, adia*, sem decisao, ainda nao, mocao, pericia, calendario, acao modificada,
      ampli* .. processo, emenda*`,
    ja: `口頭弁論, 審理, 開廷, 延期, 審問, 公判, 申し立て, 却下, 開示`,
  },
} as const satisfies Record<string, PhraseList>;
