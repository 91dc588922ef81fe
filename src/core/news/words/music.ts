/** Words that say: this is about music and those who make it. */
import type { PhraseList } from '../phrase-search.ts';

export const MUSIC: PhraseList = {
  any: `
    Universal Music, UMG, Sony Music, Warner Music, WMG, Kobalt, Downtown Music, Live Nation, hip hop, k pop, Ableton,
    FL Studio, Grammy, Grammys, Billboard, Eurovision, Sanremo, Mercury Prize, Brit Awards, NO FAKES, ELVIS Act,
    Human Artistry`,
  en: `
    music*, song*, lyric*, album*, track, tracks, artist*, band, bands, singer*, rapper*, vocalist*, composer*,
    record label*, recording*, royalt*, streaming, streamer, playlist*, dj, djs, remix*, catalog, catalogs, catalogue*,
    songwrit*, podcast*, creators, creator, voice actor*, performer*, sound recording*, sheet music, chart, charts,
    copyright*, uploads, uploaders, concert*, audio, melod*, vocal*, orchestra*, film score*, record company,
    indie label*, major label*, music publisher*, producers, record producer*, music producer*, cellist*, pianist*,
    violinist*, guitarist*, drummer*, bassist*, saxophonist*, choir*, opera, operas, conductor*, symphon*, busker*,
    dj set, rock, jazz, techno, punk, indie, folk, reggae, synth*, creatives, youtuber*, influencer*`,
  fr: `
    musi*, chanson*, chanteu*, parole* de, paroliers, album*, morceau*, titres, artiste*, compositeur*, compositrice*,
    interprete*, label*, maison* de disques, redevance*, streaming, playlist*, catalogue*, createur*, creatrice*,
    droit* d'auteur, droits voisins, rappeu*, doubleur*, comedien* de doublage, concert*, ecoutes, auteurs, paroles,
    choeur*, chorale*, opera*, orchestre*, pianiste*, violoniste*, guitariste*, batteur*, chef d orchestre, youtubeur*,
    youtubeuse*, influenceur*`,
  de: `
    musik*, *musik, *musiker*, song*, *songs, track*, album*, alben, textdichter*, urheber*, label*, plattenfirm*,
    tantieme*, streaming*, playlist*, katalog*, repertoire*, interpret*, schlager*, band, bands, konzert*, hörer*,
    *künstler*, *sänger*, *rapper*, *komponist*, *produzent*, lied, lieder, liedtext*, liedermacher*, musikverlag*,
    kreative*, songtext*, stücke, *chor, chöre, oper, opern, orchester*, pianist*, geiger*, gitarrist*, schlagzeuger*,
    dirigent*, youtuber*, influencer*`,
  es: `
    musi*, cancion*, cantante*, cantautor*, album*, disco, discos, discograf*, pista*, artista*, compositor*,
    interprete*, sello*, regalia*, streaming, playlist*, lista* de reproduccion, catalogo*, creador*, derechos de autor,
    doblaje, grabacion*, concierto*, propiedad intelectual, letras de canciones, autores, letras, coro, coros, opera,
    orquesta*, pianista*, violinista*, guitarrista*, bateria, director de orquesta, youtuber*, influencer*`,
  it: `
    music*, canzon*, cantant*, cantautor*, album, disco, dischi, discograf*, brano, brani, artist*, compositor*,
    interpret*, etichett* discograf*, royalt*, streaming, playlist*, catalogo, cataloghi, creator*, diritt* d'autore,
    diritto d autore, doppiator*, concert*, autori, autore, testi delle canzoni, coro, cori, opera lirica, orchestra*,
    pianist*, violinist*, chitarrist*, batterist*, youtuber*, influencer*`,
  pt: `
    music*, cancao, cancoes, cantor*, album*, disco, discos, faixa*, artista*, compositor*, autor, autores, interprete*,
    gravadora*, royalt*, streaming, playlist*, catalogo*, criador*, direito* autora*, direitos de autor, produtor*,
    dublador*, banda, bandas, letras, coro, coral, opera, orquestra*, pianista*, violinista*, guitarrista*, baterista*,
    youtuber*, influenciador*`,
  ja: `
    音楽, 楽曲, 曲, 歌詞, 歌手, アーティスト, ミュージシャン, アルバム, レーベル, 作曲, 作詞, 著作権, 印税, 配信, ストリーミング, クリエイター, 声優, ミュージック, カタログ, プレイリスト, 音源,
    合唱, オーケストラ, ピアニスト, ギタリスト, バンド, 演奏, ユーチューバー, YouTuber`,
};

/** Words that other trades use as well: without a platform, a court or a law they prove no music. */
export const HARDLY_MUSIC: PhraseList = {
  en: `audio, copyright*, uploads, uploaders, streaming, streamer, recording*, influencer*, catalog, catalogs`,
  fr: `streaming, influenceur*, catalogue*, droit* d'auteur, titres, interprete*`,
  de: `streaming*, katalog*, influencer*, stücke`,
  es: `streaming, catalogo*, influencer*, derechos de autor, propiedad intelectual, pista*, letras`,
  it: `streaming, catalogo, cataloghi, influencer*, diritto d autore, diritt* d'autore`,
  pt: `streaming, catalogo*, influenciador*, direito* autora*, direitos de autor, letras`,
  ja: `ストリーミング, カタログ, 著作権`,
};

/** Societies and associations that speak for musicians and labels. */
export const RIGHTS_BODIES: PhraseList = {
  any: `
    GEMA, Gema, SACEM, Sacem, SIAE, Siae, SGAE, ASCAP, SESAC, STIM, Koda, KODA, JASRAC, SUISA, Buma, BUMA, SABAM, Sabam,
    SOCAN, APRA, KOMCA, UBC, ECAD, Ecad, GVL, ADAMI, Adami, SCPP, SNEP, Snep, BVMI, FIMI, Promusicae, RIAA, IFPI, Ifpi,
    BPI, NMPA, SoundExchange, A2IM, IMPALA, GESAC, CISAC, SAG-AFTRA, Recording Academy, UK Music, Musicians' Union,
    Ivors Academy, Music Artists Coalition, Human Artistry, AIE, Artisti 7607, Nuovo Imaie, AFM, Stim, Sgae, SAMRO,
    Tono, TONO, Teosto, Gramex, IPRS, SADAIC, Sadaic, Abramus, ICMP, Cisac, Gesac, PRS for Music`,
};

/** Services that carry music, by name where no catalog may have them, or by trade. */
export const SERVICES: PhraseList = {
  any: `
    iHeart, iHeartRadio, iHeartMedia, Pandora, SiriusXM, JioSaavn, Gaana, Anghami, Boomplay, NetEase, QQ Music, KKBOX,
    Melon, LINE MUSIC, AWA, Napster, Soundtrap, Vevo, Shazam, Bandsintown, Songkick, Audius, Nina, Resonate, RouteNote,
    Too Lost, iMusician, Feiyr, Zebralution, The Orchard, FUGA, Vydia, EmuBands, ONErpm, Horus Music, Record Union,
    Loudr, Jamendo, Artlist, Musicbed, Soundstripe, Envato, AudioJungle, Mixcloud, Beatport, Traxsource, Audiomack,
    BandLab, Discogs, Genius, Musixmatch, Last.fm, Vocana, Coda Music`,
  en: `
    distributor*, aggregator*, streaming service*, streaming platform*, music service*, music platform*, music store*,
    music marketplace, sample library, sample marketplace, streamer, streamers, radio station*, radio network,
    record pool, beat marketplace, the label, stock music, sync library`,
  fr: `
    distributeur*, agregateur*, service* de streaming, plateforme* de streaming, plateforme* musicale*, service musical,
    disquaire en ligne, radio, banque de sons`,
  de: `
    vertrieb*, distributor*, aggregator*, streamingdienst*, streaming dienst*, streamingplattform*, musikdienst*,
    musikplattform*, onlinedienst, radiosender`,
  es: `
    distribuidora*, agregador*, servicio* de streaming, plataforma* de streaming, plataforma* musical*,
    tienda de musica, emisora*`,
  it: `
    distributor*, aggregator*, servizi* di streaming, piattaform* di streaming, piattaform* musical*, emittente, radio`,
  pt: `
    distribuidora*, agregadora*, servico* de streaming, plataforma* de streaming, plataforma* de musica, loja de musica,
    radio`,
  ja: `配信サービス, ディストリビューター, ストリーミングサービス, 音楽サービス, 配信代行, 音楽プラットフォーム`,
};

/** Majors by the short names that other trades have too: only with music around. */
export const MAJORS: PhraseList = {
  any: `Universal, Warner, Sony, UMG, WMG, Merlin, Concord, Kobalt, majors`,
};

/** Trades whose studios share names and courts with the music business. */
export const OTHER_TRADES: PhraseList = {
  en: `
    image generator*, studios, characters, video game*, game, games, novel*, newspaper*, books, book authors,
    photograph*, software, code, coding, ticket*, film, films, filmmaker*, film studio*, movie, movies`,
  fr: `jeux video, jeu video, ses jeux, cinema, film*, presse, journaux, livres, romans, photograph*, logiciel*`,
  de: `videospiel*, spiele, zeitung*, bücher, romane, foto*, bildgenerator*, software, filmstudio*, filme, kinofilm*`,
  es: `
    videojuego*, pelicula*, cine, periodico*, libros, novelas, fotograf*, generador de imagenes, estudios, personajes`,
  it: `videogioc*, film, cinema, giornal*, libri, romanzi, fotograf*, generatore di immagini, software`,
  pt: `videogame*, jogos, filme*, cinema, jornal, jornais, livros, fotograf*, gerador de imagens, software`,
  ja: `ゲーム, 映画, 新聞, 漫画, 書籍, 画像生成`,
};
