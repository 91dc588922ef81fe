/** Words that say: this is about music and those who make it. */
import type { WordList } from '../phrases.ts';

export const MUSIC: WordList = {
  any: `
    Universal Music, UMG, Sony Music, Warner Music, WMG, Merlin, Concord, Kobalt, Downtown Music, Live Nation,
    hip hop, k pop, Ableton, FL Studio`,
  en: `
    music*, song*, lyric*, album*, track, tracks, artist*, band, bands, singer*, rapper*, vocalist*, producer*,
    composer*, record label*, recording*, royalt*, streaming, streamer, playlist*, dj, djs, remix*, sample, samples,
    catalog, catalogs, catalogue*, publisher*, songwrit*, podcast*, creators, creator, voice actor*, performer*,
    sound recording*, sheet music, releases, chart, charts, copyright*, uploads, uploaders, concert*, audio, beats,
    melod*, vocal*, orchestra*, film score*, record company, indie label*, major label*`,
  fr: `
    musi*, chanson*, chanteu*, parole* de, paroliers, album*, morceau*, titre, titres, artiste*, compositeur*,
    compositrice*, auteur*, interprete*, label*, maison* de disques, redevance*, streaming, ecoute*, playlist*,
    catalogue*, createur*, creatrice*, droit* d'auteur, droits voisins, rappeu*, producteur*, doubleur*,
    comedien* de doublage, enregistrement*, concert*, voix`,
  de: `
    musik*, *musik, *musiker*, song*, *songs, lied*, titel, stück*, track*, album*, alben, textdichter*, urheber*,
    label*, plattenfirm*, tantieme*, streaming*, playlist*, katalog*, repertoire*, kreativ*, sprecher*, verlag*,
    aufnahme*, interpret*, schlager*, band, bands, konzert*, hörer*, stimme, stimmen, *künstler*, *sänger*, *rapper*,
    *komponist*, *produzent*`,
  es: `
    musi*, cancion*, cantante*, cantautor*, letra*, album*, disco, discos, discograf*, pista*, tema, temas, artista*,
    compositor*, autor, autores, autoras, interprete*, sello*, regalia*, streaming, playlist*, lista* de reproduccion,
    catalogo*, creador*, derechos de autor, productor*, doblaje, voz, voces, grabacion*, concierto*,
    propiedad intelectual`,
  it: `
    music*, canzon*, cantant*, cantautor*, testi, album, disco, dischi, discograf*, brano, brani, artist*,
    compositor*, autor*, interpret*, etichett* discograf*, royalt*, streaming, playlist*, catalogo, cataloghi,
    creator*, diritt* d'autore, diritto d autore, produttor*, doppiator*, voce, voci, concert*, classific*`,
  pt: `
    music*, cancao, cancoes, cantor*, letra*, album*, disco, discos, faixa*, artista*, compositor*, autor, autores,
    interprete*, gravadora*, editora*, royalt*, streaming, playlist*, catalogo*, criador*, direito* autora*,
    direitos de autor, produtor*, dublador*, voz, vozes, show, banda, bandas`,
  ja: `
    音楽, 楽曲, 曲, 歌詞, 歌手, アーティスト, ミュージシャン, アルバム, レーベル, 作曲, 作詞, 著作権, 印税, 配信, ストリーミング, クリエイター, 声優, ミュージック, カタログ, プレイリスト,
    音源`,
};

/** Societies and associations that speak for musicians and labels. */
export const RIGHTS_BODIES: WordList = {
  any: `
    GEMA, Gema, SACEM, Sacem, SIAE, Siae, SGAE, PRS, ASCAP, BMI, SESAC, STIM, Koda, KODA, JASRAC, SUISA, AKM, Buma,
    BUMA, SABAM, Sabam, SOCAN, APRA, KOMCA, UBC, ECAD, Ecad, SPA, GVL, ADAMI, Adami, SCPP, SNEP, Snep, BVMI, FIMI,
    Promusicae, RIAA, IFPI, Ifpi, BPI, NMPA, SoundExchange, A2IM, IMPALA, GESAC, CISAC, SAG-AFTRA, Recording Academy,
    UK Music, Musicians' Union, Ivors Academy, Music Artists Coalition, Human Artistry, AIE, Artisti 7607,
    Nuovo Imaie, AFM, Stim, Sgae, SAMRO, Tono, TONO, Teosto, Gramex, IPRS, SADAIC, Sadaic, Abramus, ICMP, Cisac,
    Gesac`,
};

/** Services that carry music, by name where no catalog may have them, or by trade. */
export const SERVICES: WordList = {
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
    vertrieb*, distributor*, aggregator*, streamingdienst*, streaming dienst*, streamingplattform*, musikdienst*,
    musikplattform*, onlinedienst, radiosender`,
  es: `
    distribuidora*, agregador*, servicio* de streaming, plataforma* de streaming, plataforma* musical*,
    tienda de musica, emisora*`,
  it: `
    distributor*, aggregator*, servizi* di streaming, piattaform* di streaming, piattaform* musical*, emittente,
    radio`,
  pt: `
    distribuidora*, agregadora*, servico* de streaming, plataforma* de streaming, plataforma* de musica,
    loja de musica, radio`,
  ja: `配信サービス, ディストリビューター, ストリーミングサービス, 音楽サービス, 配信代行, 音楽プラットフォーム`,
};

/** Majors by the short names that other trades have too: only with music around. */
export const MAJORS: WordList = {
  any: `Universal, Warner, Sony, UMG, WMG, Merlin, Concord, Kobalt, Believe, majors`,
};

/** Trades whose studios share names and courts with the music business. */
export const OTHER_TRADES: WordList = {
  en: `
    image generator*, studios, characters, video game*, game, games, novel*, newspaper*, books, book authors,
    photograph*, software, code, coding, ticket*, film, films, filmmaker*, film studio*, movie, movies`,
  fr: `jeux video, jeu video, ses jeux, cinema, film*, presse, journaux, livres, romans, photograph*, logiciel*`,
  de: `
    videospiel*, spiele, zeitung*, bücher, romane, foto*, bildgenerator*, software, filmstudio*, filme, kinofilm*`,
  es: `
    videojuego*, pelicula*, cine, periodico*, libros, novelas, fotograf*, generador de imagenes, estudios, personajes`,
  it: `videogioc*, film, cinema, giornal*, libri, romanzi, fotograf*, generatore di immagini, software`,
  pt: `videogame*, jogos, filme*, cinema, jornal, jornais, livros, fotograf*, gerador de imagens, software`,
  ja: `ゲーム, 映画, 新聞, 漫画, 書籍, 画像生成`,
};
