/** Concepts of music and those who make it. */
import type { PhraseList } from '../phrase-search.ts';

export const MUSIC_CONCEPTS = {
  music: {
    any: `
      UMG, WMG, Kobalt, Live Nation, hip hop, k pop, Ableton, FL Studio, Grammy, Grammys, Billboard, Eurovision,
      Sanremo, Mercury Prize, Brit Awards, NO FAKES, ELVIS Act`,
    en: `
      music*, song*, lyric*, album*, track, tracks, artist*, band, bands, singer*, rapper*, composer*, record label*,
      recording*, royalt*, streaming, streamer, playlist*, dj, djs, remix*, catalog, catalogs, catalogue*, podcast*,
      creators, creator, voice actor*, performer*, chart, charts, copyright*, uploads, uploaders, concert*, audio,
      melod*, vocal*, orchestra*, film score*, record company, major label*, producers, record producer*, cellist*,
      pianist*, violinist*, guitarist*, drummer*, bassist*, saxophonist*, choir*, opera, operas, conductor*, symphon*,
      busker*, rock, jazz, techno, punk, indie, folk, reggae, synth*, creatives, youtuber*, influencer*`,
    fr: `
      musi*, chanson*, chanteu*, parole* de, paroliers, morceau*, titres, compositeur*, compositrice*, interprete*,
      label*, maison* de disques, redevance*, createur*, creatrice*, droit* d'auteur, droits voisins, rappeu*,
      doubleur*, comedien* de doublage, ecoutes, auteurs, paroles, choeur*, chorale*, opera*, orchestre*, violoniste*,
      batteur*, youtubeur*, youtubeuse*, influenceur*`,
    de: `
      musik*, *musik, *musiker*, *songs, track*, alben, textdichter*, urheber*, label*, plattenfirm*, tantieme*,
      streaming*, katalog*, repertoire*, interpret*, schlager*, konzert*, hörer*, *künstler*, *sänger*, *rapper*,
      *komponist*, *produzent*, lied, lieder, liedtext*, liedermacher*, kreative*, stücke, *chor, chöre, oper, opern,
      orchester*, geiger*, gitarrist*, schlagzeuger*, dirigent*`,
    es: `
      musi*, cancion*, cantante*, cantautor*, disco, discos, discograf*, pista*, compositor*, interprete*, sello*,
      regalia*, lista* de reproduccion, catalogo*, creador*, derechos de autor, doblaje, grabacion*, concierto*,
      propiedad intelectual, autores, letras, coro, coros, orquesta*, guitarrista*, bateria`,
    it: `
      canzon*, cantant*, cantautor*, disco, dischi, discograf*, brano, brani, compositor*, interpret*, catalogo,
      cataloghi, creator*, doppiator*, autori, autore, coro, cori, chitarrist*, batterist*`,
    pt: `
      cancao, cancoes, cantor*, disco, discos, faixa*, compositor*, autor, autores, interprete*, gravadora*, catalogo*,
      criador*, direito* autora*, produtor*, dublador*, banda, bandas, letras, coro, coral, orquestra*, guitarrista*,
      baterista*, influenciador*`,
    ja: `
      音楽, 曲, 歌詞, 歌手, アーティスト, ミュージシャン, アルバム, レーベル, 作詞, 著作権, 印税, 配信, ストリーミング,
      クリエイター, 声優, ミュージック, カタログ, プレイリスト, 音源, 合唱, オーケストラ, ピアニスト, ギタリスト,
      バンド, 演奏, ユーチューバー`,
  },
  /** Weak signs, shared with other trades: they count only beside a platform, a court or a law. */
  hardlyMusic: {
    en: `audio, copyright*, uploads, uploaders, streaming, streamer, recording*, influencer*, catalog, catalogs`,
    fr: `influenceur*, catalogue*, droit* d'auteur, titres, interprete*`,
    de: `streaming*, katalog*, stücke`,
    es: `catalogo*, derechos de autor, propiedad intelectual, pista*, letras`,
    it: `catalogo, cataloghi, diritt* d'autore`,
    pt: `catalogo*, influenciador*, direito* autora*, direitos de autor, letras`,
    ja: `ストリーミング, カタログ, 著作権`,
  },
  /** Collecting societies and associations of musicians and labels. */
  rightsBody: {
    any: `
      GEMA, Gema, SACEM, Sacem, SIAE, Siae, SGAE, ASCAP, SESAC, STIM, Koda, KODA, JASRAC, SUISA, Buma, BUMA, SABAM,
      Sabam, SOCAN, APRA, KOMCA, UBC, ECAD, Ecad, GVL, ADAMI, Adami, SCPP, SNEP, Snep, BVMI, FIMI, Promusicae, RIAA,
      IFPI, Ifpi, BPI, NMPA, SoundExchange, A2IM, IMPALA, GESAC, CISAC, SAG-AFTRA, Recording Academy, UK Music,
      Musicians' Union, Ivors Academy, Music Artists Coalition, Human Artistry, AIE, Artisti 7607, Nuovo Imaie, AFM,
      Stim, Sgae, SAMRO, Tono, TONO, Teosto, Gramex, IPRS, SADAIC, Sadaic, Abramus, ICMP, Cisac, Gesac, PRS for Music`,
  },
  /** Music services, by name or description. */
  service: {
    any: `
      iHeart, iHeartRadio, iHeartMedia, Pandora, SiriusXM, JioSaavn, Gaana, Anghami, Boomplay, NetEase, QQ Music, KKBOX,
      Melon, LINE MUSIC, AWA, Napster, Soundtrap, Vevo, Shazam, Bandsintown, Songkick, Audius, Nina, Resonate,
      RouteNote, Too Lost, iMusician, Feiyr, Zebralution, The Orchard, FUGA, Vydia, EmuBands, ONErpm, Horus Music,
      Record Union, Loudr, Jamendo, Artlist, Musicbed, Soundstripe, Envato, AudioJungle, Mixcloud, Beatport, Traxsource,
      Audiomack, BandLab, Discogs, Genius, Musixmatch, Last.fm, Vocana, Coda Music`,
    en: `
      distributor*, aggregator*, streaming service*, streaming platform*, music service*, music platform*, music store*,
      music marketplace, sample library, sample marketplace, streamer, streamers, radio station*, radio network,
      record pool, beat marketplace, the label, stock music, sync library`,
    fr: `
      distributeur*, agregateur*, service* de streaming, plateforme* de streaming, plateforme* musicale*,
      service musical, disquaire en ligne, radio, banque de sons`,
    de: `
      vertrieb*, streamingdienst*, streaming dienst*, streamingplattform*, musikdienst*, musikplattform*, onlinedienst,
      radiosender`,
    es: `
      distribuidora*, agregador*, servicio* de streaming, plataforma* de streaming, plataforma* musical*,
      tienda de musica, emisora*`,
    it: `servizi* di streaming, piattaform* di streaming, piattaform* musical*, emittente, radio`,
    pt: `
      distribuidora*, agregadora*, servico* de streaming, plataforma* de streaming, plataforma* de musica,
      loja de musica, radio`,
    ja: `配信サービス, ディストリビューター, ストリーミングサービス, 音楽サービス, 配信代行, 音楽プラットフォーム`,
  },
  /** Short names of the majors, shared with other trades. */
  major: {
    any: `Universal, Warner, Sony, UMG, WMG, Merlin, Concord, Kobalt, majors`,
  },
  /** Trades whose studios share names and courts with the music business. */
  otherTrade: {
    en: `
      image generator*, studios, characters, video game*, game, games, novel*, newspaper*, books, book authors,
      photograph*, software, code, coding, ticket*, film, films, filmmaker*, movie, movies`,
    fr: `jeux video, jeu video, ses jeux, cinema, film*, presse, journaux, livres, romans, logiciel*`,
    de: `videospiel*, spiele, zeitung*, bücher, romane, foto*, bildgenerator*, filmstudio*, filme, kinofilm*`,
    es: `videojuego*, pelicula*, cine, periodico*, libros, fotograf*, generador de imagenes, estudios, personajes`,
    it: `videogioc*, cinema, giornal*, libri, romanzi, fotograf*, generatore di immagini`,
    pt: `videogame*, jogos, filme*, cinema, jornal, jornais, livros, fotograf*, gerador de imagens`,
    ja: `ゲーム, 映画, 新聞, 漫画, 書籍, 画像生成`,
  },
} as const satisfies Record<string, PhraseList>;
