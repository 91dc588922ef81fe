/** Concepts of artificial intelligence. ../phrase-search.ts explains how phrases are written. */
import type { PhraseList } from '../phrase-search.ts';
import { spellingsOf } from './gazetteer.ts';

export const AI_CONCEPTS = {
  /** Strong signs. */
  ai: {
    any: `
      AI, A.I., AIs, GenAI, Gen AI, AIgenerated, LLM, LLMs, chatbot*, deepfake*, deep fake*, ChatGPT, GPT, OpenAI,
      Anthropic, DeepMind, Midjourney, Stable Diffusion, Copilot, Perplexity, IA, I.A., KI`,
    en: `
      artificial intelligence, generative, machine learning, language model*, large language, neural network*,
      voice clon*, voice double*, text and data mining, text to music, training data, train models, train* .. models,
      model training, ai powered, machine made, machine generated, machine composed, synthetic music, synthetic voice*,
      synthetic song*, synthetic track*, synthetic artist*, virtual artist*, digital replica*, vocal clone*,
      cloned voice*, training licen*, training deal*, training right*, training consent, ai generated,
      artificial artist*, artificial musician*, artificial singer*, artificial music`,
    fr: `
      intelligence artificielle, generative, generatif, generatives, generatifs, apprentissage automatique,
      hypertrucage*, clonage vocal, clones vocaux, fouille de textes, fouille de donnees, modele de langage,
      generee* par des machines, artistes artificiels, musique artificielle, voix artificielle*`,
    de: `
      KI, KI*, kuenstliche* intelligenz, künstliche* intelligenz, generative*, maschinelle* lernen*, sprachmodell*,
      stimmklon*, stimmenklon*, data mining, maschinell erzeugt*, maschinell generiert*, maschinenmusik,
      aus der maschine, trainingsdaten, künstliche* künstler*, künstlich erzeugt*, künstlich generiert*,
      künstlich* musik*, künstliche* stimme*`,
    es: `
      inteligencia artificial, generativa, generativo, generativas, generativos, aprendizaje automatico,
      clonacion de voz, voces clonadas, mineria de textos, mineria de datos, modelo* de lenguaje, hecha* por maquinas,
      por maquinas, artistas artificiales, musica artificial, voz artificial, voces artificiales`,
    it: `
      intelligenza artificiale, generativa, generativo, generative, generativi, apprendimento automatico,
      clonazione vocale, voci clonate, estrazione di testo, modell* linguistic*, dalle macchine, artisti artificiali,
      musica artificiale, voc* artificial*`,
    pt: `
      inteligencia artificial, generativa, generativo, generativas, generativos, aprendizado de maquina,
      aprendizagem automatica, clonagem de voz, vozes clonadas, mineracao de texto, mineracao de dados,
      modelo* de linguagem, por maquinas, artistas artificiais, musica artificial, vozes artificiais`,
    ja: `
      人工知能, 生成AI, AI生成, ディープフェイク, 機械学習, 生成モデル, 大規模言語モデル, 学習データ, ボイスクローン,
      音声クローン`,
  },
  /** Weak signs: they count only beside a platform or music. */
  machine: {
    en: `
      automation, automated, automatically generated, machine*, synthetic, bots, robot*, avatar*, hologram*, prompt*,
      one click, train on, trained on, training on, learn from your, scrap*, generator*, imitat*, model, models,
      algorithm*, impersonat*, impost*, fake act, fake artist*, fake band*, fake song*, fake profile*, copycat*,
      artificial*, train .. other companies, companies may train, licensed only, train our, train its, train their,
      assistive, human made, humans only, human only, human music, human artist*, human creat*, flesh and blood,
      real people, real artist*, real musician*, fake music, fakes, clone*, counterfeit*, assistant*, composes,
      type a description, software that, auto generated, mass produced, inauthentic`,
    fr: `
      automatis*, entrain* .. modele*, generateur*, synthetique*, artificiel*, usurp*, imit*, humain*, vrais artistes,
      faux, contrefacon*, logiciel*, en chair et en os, generes, generee*, modeles`,
    de: `
      maschine*, automatisier*, generiert*, synthetisch*, modell*, künstlich*, hochstapl*, fälsch*, fake künstler*,
      nachgeahmt*, menschlich*, von menschen, echte musiker*, echte künstler*, klon*, geklont*, assistent*, massenhaft,
      aus fleisch und blut, software`,
    es: `
      maquina*, automatiz*, sintetic*, algoritm*, suplanta*, human*, artistas de verdad, artistas reales, clon*,
      asistente*, de carne y hueso, falsas, falsos, generad*, modelos`,
    it: `
      macchin*, automatizz*, sintetic*, algoritm*, uman*, artisti veri, clon*, assistente*, in carne e ossa, falsi,
      generat*, modelli`,
    pt: `
      maquina*, robo*, automatiz*, sintetic*, algoritm*, artificia*, human*, artistas de verdade, artistas reais, clon*,
      assistente*, de carne e osso, falsos, falsas, gerad*, modelos`,
    ja: `自動生成, ロボット, アバター, プロンプト, モデル, なりすまし, 偽, 人間, アシスタント, 自動作曲`,
  },
  /** Other meanings of the acronym: beside one of these, the acronym alone proves nothing. */
  notAi: {
    any: `
      Air India, Iverson, Amnesty International, Ai Weiwei, Adobe Illustrator, Karolinska, avian influenza, Boeing,
      Airbus, AI Wei Wei, Kiribati, Iowa`,
    en: `bird flu, artificial insemination, flight`,
    ja: `ツアー, 武道館, ライブレポート, 周年, 紅白, シングル, 新曲, ベスト盤, 主題歌, ワンマン`,
  },
  /** Makers of chatbots, text and image models: their own news is not about music. */
  aiCompany: {
    any: `
      OpenAI, Anthropic, Google, DeepMind, Meta, Microsoft, Nvidia, Stability AI, Mistral, xAI, ByteDance, Amazon,
      Perplexity, Midjourney, Hugging Face, Cohere, Baidu, Alibaba, Tencent, Runway`,
  },
  /** Music generators, by name or description: they imply both AI and music. */
  musicAi: {
    any: `
      Suno, Udio, KLAY, Klay Vision, Boomy, AIVA, Soundraw, SOUNDRAW, Mubert, Beatoven, Kits AI, Kits.ai, Jammable,
      Uberduck, Voice-Swap, Loudly, Mureka, Riffusion, Producer.ai, ProducerAI, Lyria, MusicLM, MusicGen, AudioCraft,
      Jukebox AI, Stable Audio, Eleven Music, ElevenMusic, Dream Track, DreamTrack, SoundLabs, MiniMax Music, Songfox,
      Sony Flow Machines, Flow Music`,
    en: `
      music generator*, song generator*, ai music compan*, ai music firm*, ai music start*, ai music platform*,
      ai music service*, ai music maker*, ai music app, ai music apps, ai music model*, ai song maker*, ai song app*,
      music making ai, ai music developer*, generative music start*, generative music compan*,
      generative music platform*, ai music creation platform*`,
    fr: `
      generateur* de musique*, generateur* de chansons, generateurs musicaux, generateur musical, ia musicale*,
      plateforme* de musique ia, start up* de musique ia, generation musicale`,
    de: `
      musikgenerator*, songgenerator*, KI Musikplattform*, KI Musikdienst*, KI Musikfirm*, KI Musik Start*,
      KI Musik Generator*, KI Musik Plattform*, Musik KI, Musik KIs`,
    es: `
      generador* de musica, generador* de canciones, plataforma* de musica con ia, plataforma* de musica generada,
      ia musical, empresa* de musica con ia`,
    it: `
      generator* di musica, generator* di canzoni, generator* musical*, piattaform* di musica ai, ai musicale,
      piattaform* di musica ia, startup di musica ai`,
    pt: `
      gerador* de musica*, gerador* de cancoes, plataforma* de musica com ia, startup* de musica com ia, ias de musica,
      ia de musica, empresa* de musica com ia`,
    ja: `音楽生成AI, AI音楽生成, 楽曲生成AI, 音楽生成サービス, 作曲AI, AI作曲サービス, AI楽曲生成`,
  },
  /** Vendors of attribution, detection and certification: they generate no music. */
  musicTracer: { any: spellingsOf('tracer') },
  /** AI artists: news about them is about AI and music, but they are not companies. */
  machineAct: {
    any: `Heart on My Sleeve, Ghostwriter, Velvet Sundown, Xania Monet, Breaking Rust`,
  },
} as const satisfies Record<string, PhraseList>;
