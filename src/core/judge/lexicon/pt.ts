import type { Lexicon } from '../lexicon.ts';

const AI = '(?:ias?|intelig[êe]ncias? artificia(?:l|is))';
const WITH_AI = `(?:por|com|pela|pelo|usando|utilizando|através|mediante|por meio|a partir)(?: [^ .;]{1,20}){0,4}? ${AI}`;
const MADE =
  '(?:gerad|criad|modificad|alterad|produzid|editad|manipulad|feit|realizad|compost|elaborad|simulad|assistid|escrit|redigid)[oa]s?';
const VOICE_CLONE =
  'clona(?:gem|gens|r|ndo) (?:de |da |a |uma |sua )?(?:voz|vozes|vocal)|(?:voz|vozes) (?:(?:está|estão|é|são|sendo|foi) ){0,2}clonadas?|clones? (?:de voz|de vozes|voca(?:l|is))|imitaç(?:ão|ões) voca(?:l|is)';
const IMPROVES_MODELS =
  '(?:melhor|aprimor)(?:ar|amos|ando|amento de|ia de) (?:noss[oa]s?|seus?|os nossos|os seus|os) (?:\\w+ ){0,2}?modelos?(?! (?:de negócios?|comerciais|de preços))';
const MINING =
  '(?:minera[çc][ãa]o|prospe[cç][çc]?ão|prospe[cç][çc]?ao|exploração) de (?:textos?|dados)(?: (?:e|ou)(?: de)? (?:textos?|dados|ia))?';

/** The subject is not denied, nor is the verb. */
const UNDENIED =
  '(?<!(?<!\\w)(?:(?:não|nunca|jamais|nem|ou)(?: (?:os?|as?|lhes?|nos|se))?|(?:nenhum\\w*|nada|ninguém)(?: [^ .;,]{1,20}){0,8}) )';

export const pt: Lexicon = {
  ai: [
    'intelig[êe]ncias? artificia(?:l|is)',
    'ias?(?: generativas?)?',
    'aprendizad[oa] (?:de m[aá]quina|autom[aá]tico|profundo)|aprendizagem (?:autom[aá]tica|de m[aá]quina|profunda)',
    'redes? (?:neura(?:l|is)|neurona(?:l|is))',
    'modelos? (?:de linguagem|linguísticos?|generativos?|fundacionais|de ml)',
    '(?:ferramentas?|tecnologias?|sistemas?|recursos) generativ[oa]s?',
    `${MINING}|tdm`,
    '(?:m[ií]dias?|conteúdos?|material|vozes|voz|imagens|imagem|áudios?|vídeos?) sintétic[oa]s?',
    VOICE_CLONE,
  ],
  train: [
    `(?<=(?:${AI}|modelos?|algoritmos?|sistemas?) (?:a |não )?)apren(?:de|dem|da|dam|der|derá)`,
    '(?:re|pr[eé]-?)?trein(?!ador|amento|o|os)\\w+|(?:re|pr[eé]-?)?trein(?:ou)',
    '(?<!(?:plano|planos|programa|programas|sess[aã]o|sessões) de )(?:re)?trein(?:o|os|amento|amentos)(?! (?:físic|esportiv|desportiv|muscular|de (?:funcionários|colaboradores|equipes?|pessoal)|d[oa]s (?:funcionários|colaboradores|equipes?)))',
    '(?:alimentar|nutrir) (?:os |as |o |a |um |uma |noss[oa]s |seus |modelos|sistemas|ia|inteligência)',
    'ajustes? finos?|fine-tuning',
    '(?:em|a|criar|como)(?: [^ .;]{1,20}){0,2}? (?:conjuntos? de dados|datasets?)',
    '(?:conjuntos? de dados|datasets?) (?:de|para) (?:o )?(?:treino|treinamento)|dados de (?:treino|treinamento)',
    `para fins de ${AI}`,
    'criar embeddings|índices vetoriais',
    IMPROVES_MODELS,
  ],
  trainModel: [
    'modelos? (?:já )?treinados? (?:antes|com|a partir|sobre)',
    '(?:re|pr[eé]-?)?trein(?!ador)\\w+(?:,? [^ .;,]{1,40}){0,8}? (?:modelos?|algoritmos?)',
    IMPROVES_MODELS,
  ],
  develop: [
    'desenvolv(?:er|imento|emos|endo)',
    'melhor(?:ar|ia|ias|ando|amos)',
    'aprimor(?:ar|amento|amos)',
    'cri(?:ar|amos|ando)',
    'test(?:ar|ando)|valid(?:ar|ação)|avali(?:ar|ação)',
  ],
  model: ['modelos?', 'algoritmos?', 'tecnologias?', 'sistemas?', 'ferramentas?', 'pesquisa|investigação'],
  aiModel: [
    `(?:modelos?|sistemas?|algoritmos?|tecnologias?)(?: [^ .;]{1,20}){0,2}? (?:${AI}|aprendizado de máquina|aprendizagem automática|machine learning|linguagem)`,
    'redes? (?:neura(?:l|is)|neurona(?:l|is))',
  ],
  mining: [`${MINING}|tdm`, 'extração de textos? e (?:de )?dados'],
  scrape: [
    'extra(?:ir|ção)',
    'rastre\\w+',
    'raspa\\w+',
    'colet(?:ar|a)|recolh(?:er|a)',
    'scraping|crawling|crawlers?|scrapers?|robôs?|bots?',
    'copiar|clonar|reproduzir|cópias',
  ],
  aiMade: [
    `${MADE}(?:, [^,.;]{1,40},)?(?: [^ .,;]{1,30}){0,6}? ${WITH_AI}(?: \\w+)?`,
    `(?:uso|usar|utilização|utilizar|emprego)(?: [^ .;]{1,20}){0,3}? ${AI} (?:para|na|no|como) (?:[^ .;]{1,20} ){0,2}?(?:criaç|realizaç|produç|composiç|elaboraç|processo criativo)\\w*`,
    '(?<!(?:geração|criação) de )(?:conteúdos?|músicas?|faixas?|canção|canções|imagens|vídeos?|vozes|voz|obras?|clones?|covers?) (?:de |com |por )?ia',
    '(?:m[ií]dias?|conteúdos?|material|vozes|voz|imagens|imagem|áudios?|vídeos?) sintétic[oa]s?',
    'artificialmente (?:gerad|criad|modificad)[oa]s?|(?:gerad|criad)[oa]s? artificialmente',
    'digitalmente (?:alterad|criad|modificad|manipulad)[oa]s?|(?:criad|alterad)[oa]s? digitalmente',
    `(?:us[oa]\\w*|utiliza\\w*)(?: [^ .;]{1,20}){0,3}? ${AI} (?:\\w+ )?para (?:criar|gerar|produzir|compor)`,
  ],
  harm: ['menores|crianças', 'sexua\\w+|íntim\\w+|nudez|pornogr\\w+', 'assédio|assediar|terroris\\w+|extremis\\w+'],
  ownLikeness: ['(?:a |o )?(?:sua|seu|tua|teu) (?:\\w+ )?(?:voz|imagem|rosto|semelhança|identidade)'],
  use: ['us(?:ar|amos|a|aremos)|utiliz\\w+', 'analis\\w+', 'trat(?:ar|amos)|process(?:ar|amos)'],
  likeness: [
    'semelhança',
    '(?:imagem|identidade) de (?:uma|outra|qualquer) pessoa',
    'vozes|voz|voca(?:l|is)',
    'rostos?',
    'falsa identidade|personifica\\w+|passe por|fazer-se passar|imit\\w+',
    'pessoas? (?:rea(?:l|is)|privadas?|públicas?|identificáve(?:l|is))|outr[oa]s? (?:pessoas?|artistas?)|de artistas|pessoa cuja',
    'identidade',
    'sem (?:o )?(?:seu|consentimento|autorização)|não autorizad[oa]s?|não consensua(?:l|is)|não consentid[oa]s?',
  ],
  imitate: [
    'semelhança',
    'falsa identidade|personifica\\w+|passe por',
    'imit\\w+',
    'clon\\w+|simul\\w+',
    'não consensua(?:l|is)',
  ],
  fake: ['deepfakes?', VOICE_CLONE, 'réplicas? digita(?:l|is)|(?:voz|vozes) sintétic\\w+'],
  deceives: ['engan\\w+|difam\\w+|humilh\\w+|desinformação|sexua(?:l|is)'],
  inputOutput: [
    'entradas?|saídas?',
    'prompts?|comandos|inputs?|outputs?',
    '(?:respostas?|resultados?|análises?|sugestões|recomendações|resumos?)(?: [^ .;]{1,30}){0,3}? (?:gerad|produzid)[oa]s?',
    'conteúdos? (?:gerado|criado)s?(?: por ia| com ia)? para sua conta|informações de (?:entrada|saída)',
  ],
  aiTool: [
    `(?:ferramentas?|recursos?|funcionalidades?|assistentes?|serviços?|produtos?|sistemas?|agentes?|soluç(?:ão|ões)|tecnologias?|plataformas?|aplicações)(?: [^ .;]{1,20}){0,4}? ${AI}`,
    'chatbots?|assistentes? virtua(?:l|is)',
  ],
  ownTool: [
    `(?:noss[oa]s?|est[ea]s?|ess[ea]s?|tais) (?:ferramentas?|recursos?|funcionalidades?|assistentes?|serviços?|agentes?)(?: [^ .;]{1,20}){0,4}? ${AI}`,
  ],
  decide: [
    'modera(?:ção|r|mos|dores)',
    'detec\\w+|detet\\w+',
    'recomend\\w+',
    'personaliz\\w+',
    'publicidade|publicitári\\w+|anúncios?',
    'fraudes?|fraudulent\\w+',
    'segurança',
    'definição de perfis|criação de perfis|perfilamento',
    'decis(?:ão|ões)',
    'atendimento ao cliente|apoio ao cliente',
    'diretrizes da comunidade|filtr(?:ar|agem)',
  ],
  pay: ['royalties', 'remunera\\w*', 'monetiz\\w+|desmonetiz\\w+', 'receitas?', 'compensaç(?:ão|ões)'],
  noPay: [
    '(?:não|sem|nenhum\\w*|nem)(?: [^ .;,]{1,20}){0,4}? (?:royalties|remunera\\w*|monetiz\\w+|receitas?|compensaç\\w+|pag\\w+)',
    'desmonetiz\\w+|excluíd[oa]s?(?: [^ .;,]{1,20}){0,3}? (?:remuneraç|monetizaç)\\w+',
  ],
  we: ['nós', 'noss[oa]s?'],
  others: [
    'terceiros?|terceiras partes',
    'parceiros?',
    'afiliad[oa]s?|subsidiárias?',
    'sublicen\\w+|licenciad[oa]s',
    'destinatários?',
    'controladora',
    'fornecedores (?:externos|de ia)|outras (?:empresas|companhias)',
    'vend(?:er|emos|e|ida|idas|ido|idos)|partilhá-lo|compartilhá-lo',
  ],
  yours: [
    '(?:seus?|suas?|teus?|tuas?|minhas|meus) (?:\\w+ ){0,2}?(?:conteúdos?|dados|informações|obras?|publicações|arquivos?|ficheiros?|mensagens|músicas?|fotos?|imagens|vídeos?|textos?|documentos?|gravações|faixas|conversas|apresentações|contratos|eventos|criações|projetos)',
    'dados pessoais',
    '(?:dados|informações) (?:confidencia(?:l|is)|coletad[oa]s|recolhid[oa]s|clínic[oa]s?|anonimizad[oa]s)',
    'dado confidencial|informação clínica|esses dados',
    '(?:conteúdos?|dados|informações|documentos|fotos|obras?)(?: e \\w+)? (?:d[oae]s? )?(?:usuári[oa]s?|utilizador(?:es)?|clientes?|artistas?|criadores)',
    '(?:conteúdos?|dados|informações|material) que (?:você|o usuário|o utilizador|os utilizadores) (?:\\w+ )?(?:envi|carreg|fornec|public|partilh|compartilh|cri)\\w+',
    '(?:não|nunca|jamais) (?:us|utiliz)(?:amos|aremos)',
    '(?:não|nem|nunca|jamais) (?:os |as |são |é |serão |será )(?:us|utiliz|injet)\\w+|nenhum\\w* \\w+ (?:\\w+ ){0,3}?(?:será|é|são|serão)',
  ],
  publicSources: ['fontes públicas|dados públicos|disponíveis publicamente'],
  uploads: [
    '(?:seus?|suas?|teus?|tuas?) (?:\\w+ ){0,2}?(?:conteúdos?|obras?|publicações|arquivos|ficheiros|músicas?|fotos?|imagens|vídeos?|gravações|faixas|canções|maquetes|maquetas|comentários|álbuns|álbum|letras|partituras|composições|posts|postagens|voz|textos)',
    '(?:conteúdos?|comentários|publicações) d[oe]s? (?:nossos )?(?:usuários?|utilizador(?:es)?|membros|artistas)|publicações públicas',
    'conteúdos?|fotos|gravações|documentos|ficheiros|material proprietário',
  ],
  publish: [
    '(?<!antes de )envi(?:ar|e|a|ado|ada|adas)|carreg(?:ar|ue|a|ado|ada)',
    '(?<!antes de )public(?:ar|a|ado|ada|adas|ados)|(?<!antes da )publicação|submet\\w+|partilh\\w+|compartilh\\w+',
    'distribu\\w+|lançamentos?|músicas?|faixas?|obras?|concurso|anunciantes|participantes?',
  ],
  personal: ['dados', 'informações|informação'],
  prompts: ['entradas?|inputs?', 'mensagens', 'conversas|diálogos', 'consultas|(?:suas|tuas) perguntas'],
  licence: ['licenças?', 'conced\\w+|outorg\\w+', 'direitos? de (?:usar|utilizar|uso|reprodução)'],
  youOwn: [
    '(?:você é|és|o usuário é|o utilizador é) (?:\\w+ )?(?:proprietári|titular|don)\\w*',
    '(?:você )(?:mantém|conserva)|pertencem? (?:a você|a si|ao usuário|ao utilizador)',
    '(?:são|é) (?:seus?|suas?|teus?|tuas?)(?=[.,;]|$)',
  ],
  weOwn: [
    '(?:nos pertencem?|pertencem?-nos|pertencem? a nós)|somos (?:\\w+ )?(?:proprietári|titular)\\w*|nossa propriedade',
  ],
  own: [
    'propriedade|proprietári[oa]s',
    'pertenc\\w+',
    'titularidade|titular(?:es)? d[oae]s? (?:conteúdo|resultado|direito|obra)s?',
    '(?:conserva|mantém|mantêm|retém) (?:[^ .;]{1,30} ){0,3}?direitos?',
  ],
  not: [
    'não(?! exclusiv| apenas| só| somente| se limita)',
    'nunca|jamais',
    'nenhum\\w*',
    'sem(?! limitaç| prejuízo| custo| restriç| aviso)',
    'proib\\w+|proíb\\w+',
    'nem',
    'exclu(?:ir|i|em|ímos|íd[oa]s?|são)|abst(?:er|ém)\\w*',
  ],
  affirms: [
    `${UNDENIED}(?:podemos|poderemos|utilizamos|utilizaremos|usamos|usaremos|tratamos|treinamos)`,
    `${UNDENIED}(?:pode|podem|poderá|poderão) (?:também )?(?:ser )?(?:us|utiliz|trat)\\w+`,
    `${UNDENIED}(?:é|são|será|serão) (?:também )?(?:usad|utilizad)[oa]s?`,
  ],
  notUsed: [
    `(?:${AI}|modelos?|algoritmos?|sistemas?) (?:não|nunca|jamais) apren\\w+`,
    '(?:não|nunca|jamais|nem|nenhum\\w*) (?:[^ .;]{1,30} ){0,4}?(?:us(?:a|amos|ad|aremos)|utiliz|vend|partilh|compartilh|trat|process|transf|injet)\\w*',
  ],
  userMayNot: [
    '(?:você |o usuário |os usuários |o utilizador |os utilizadores )?não (?:(?:pode[ms]?|podes|poderá|poderão|deve[ms]?|deverá|deverão)(?! (?:garant|assegur|ser (?:responsab|considerad|tid|precis|exat)|substitu|respond|prever|conter|constitu))|é (?:\\w+ )?(?:permitid|autorizad)\\w+|são (?:\\w+ )?(?:permitid|autorizad)\\w+|está autorizad\\w+)',
    'nenhuma parte d(?:este|esta|o|a|os|as)(?: [^ .;]{1,30}){0,4}? (?:pode|poderá|deve)',
    'compromete-se a não|concorda em não|comprometes-te a não|obriga-se a não|concordas em não|compromete a não',
    '(?<!não )(?:é|são|fica|ficam|está|estão|estritamente|expressamente)(?: [^ .;]{1,30}){0,4}? proibid\\w+|é vedad[oa]|são vedad[oa]s',
    'proibid[oa]s? (?:o|a|os|as|usar|utilizar|copiar|conteúdo)|proíbe',
    '(?<!você |que |utilizador |usuário )não use(?! (?:seus|suas))|não (?:utilize|publique|partilhe|compartilhe|carregue|clone)',
    '(?:reserva|reservam|reservamos|opõe|opomos)[^.;]{0,160}?(?:mineração|prospeção|prospecção|treinamento|treino|treinar|tdm)',
    '(?:exige|requer|depende de)(?: [^ .;]{1,30}){0,3}? (?:autorização|licença)(?: [^ .;]{1,30}){0,3}? escrita',
  ],
  forbidden: [
    '(?<!não (?:\\w+ )?(?:mais )?)(?:proib|proíb)\\w+',
    'não (?:é |são |será |serão )?(?:permit|toler)\\w+',
    'não autorizad\\w+|não é autorizad\\w+',
    'viola(?:m|ção|ções|r)?|infring\\w+',
    'vedad[oa]s?',
  ],
  unwanted: [
    'remov\\w+|remoção',
    'rejeit\\w+|recusad[oa]s?|recusamos|suspens[oa]s?|desclassific\\w+|excluíd[oa]s?',
    'não (?:é |são |será |serão )?(?:aceit|admit|distribu|public|recomend|monetiz)\\w+',
  ],
  allowed: [
    'não (?:\\w+ )?(?:mais )?proibid[oa]s?',
    '(?<!não (?:é |são )?)permit(?:e|em|id[oa]s?|imos)',
    '(?<!não (?:é |são )?)autorizad[oa]s?',
    'aceit(?:e|es|os|amos)',
  ],
  discouraged: ['desencoraj\\w+|desaconselh\\w+'],
  label: [
    'indica|indique|assinale|declare',
    'rotul\\w+|etiquet\\w+',
    'divulg\\w+',
    'indi(?:car|que|quem|cado|cando)',
    'sinaliz\\w+',
    'declar(?:ar|e|em|ado)',
    'identificad[oa]s?|identificação|identificar',
    "marca d['’]água|marcar",
    'transparên\\w+|transparente',
    'inform(?:ar|e) (?:que|quando|os|o público)',
  ],
  consent: ['consentimento|consentiu', 'autorização', 'permissão'],
  unlessConsent: [
    'salvo (?:[^ .;]{1,30} ){0,4}?(?:consentimento|autorização|permissão)(?: \\w+)?',
    'sem (?:o |a )?(?:seu|sua|prévio|prévia|teu|tua|expresso|expressa|explícito) (?:\\w+ ){0,3}?(?:consentimento|autorização|permissão)(?: \\w+)?',
    'sem (?:o |a )?(?:consentimento|autorização|permissão) (?:prévi|express|explícit|dos|do)\\w*',
    'a menos que(?!(?: [^ .;]{1,30}){0,5}? (?:opon|opuser|desativ|revog|recus)\\w*)',
    'apenas com (?:o )?(?:seu|teu) (?:\\w+ )?consentimento',
    'exigir consentimento',
  ],
  ourConsent: [
    'noss[oa] (?:\\w+ )?(?:consentimento|permissão|autorização)|(?:permissão|autorização) (?:\\w+ )?(?:por )?escrit[oa]',
  ],
  onlyConsent: [
    '(?:só|apenas|somente)(?: [^ .;]{1,30}){0,5}? (?:consentimento|permissão|autorização)',
    'com (?:o )?(?:seu|teu) (?:\\w+ )?(?:consentimento|permissão)',
  ],
  optOut: [
    'opor-se|opor-te|oposição|opor|se opor',
    'desativ\\w+',
    'optar por não',
    'recusar',
    'opt-out',
    'não (?:quer|deseja|queres) que (?:os|as|seus|suas|us|utiliz)\\w*',
  ],
  noSay: [
    'não (?:pode|podes|podem|poderá|é possível) (?:mais )?(?:se )?(?:opor\\w*|recusar\\w*|desativar\\w*|excluir\\w*)',
    'não (?:há|existe|tem) (?:\\w+ ){0,2}?(?:direito|forma|modo|possibilidade) (?:de |a )?(?:se )?(?:opor|oposi|recus)\\w*',
    'não (?:precisamos|necessitamos|exigimos|pedimos|é necessário) (?:d[oea] )?(?:\\w+ ){0,2}?(?:consentimento|autorização|permissão)',
  ],
  optIn: [
    'se (?:você |o usuário |o utilizador )?(?:aceit|consent|opt|escolh|ativ|autoriz|permit|concord)\\w+',
    'com (?:o )?(?:seu|teu) (?:\\w+ )?consentimento',
    'permitir o uso d[eoa]s? (?:suas|seus)|opt-in|de forma voluntária',
  ],
  anonymous: [
    '(?:(?:com|usando|de forma|de modo|a partir de) )?(?:(?:dados|informações) )?(?:anonimizad\\w+|anónim\\w+|anônim\\w+|agregad\\w+|pseudonimizad\\w+|anonimizada e agregada)',
  ],
  earlier: ['já (?:enviad|publicad|carregad)[oa]s?|anos anteriores|retroativ\\w+'],
  notPublic: [
    '(?<!(?:não|nem|salvo|exceto|nunca) (?:[^ .;,]{1,20} ){0,3})(?:públic[oa]s e privad[oa]s|(?:mensagens|conteúdos?|dados) privad[oa]s)',
  ],
  limit: ['não generativ\\w+', '(?:exclusivamente|unicamente|apenas|somente) para'],
  reserve: ['reserv(?:a|am|amos|ad[oa]s?|ar)', 'opõe-se'],
  means: ['com', 'usando', 'por meio', 'através', 'por|pela'],
  subordinate: ['se', 'salvo', 'só|apenas', 'quando', 'que', 'desde que', 'sob'],
  contrast: ['mas|porém|contudo|exceto|salvo|a menos|embora|enquanto|entretanto'],
  weForbid: ['proibimos', 'não (?:permitimos|autorizamos|toleramos|aceitamos)'],
  paused: ['suspens\\w+|adia\\w+|em pausa'],
  must: [
    '(?:indica|indique|assinale|declare|identifique|rotule),? (?:ao|se|quando|que|os|as|o|a|no|na|claramente)',
    'deve[ms]?|deves|tens de|tens que|temos de|deverá|deverão|têm de|tem de|tem que',
    'obriga(?:d[oa]s?|tóri[oa]s?|ção)|exig\\w+',
  ],
  needNot: [
    'não (?:é|será) (?:mais )?(?:necessári[oa]|obrigatóri[oa]|preciso)',
    'não (?:precisa|precisas|precisam|tem de|tens de|tem que)(?: mais)?|não (?:está|estás) obrigad[oa]',
    'facultativ[oa]|opcional|sem (?:rótulo|rotular|etiqueta|indicar)',
  ],
  othersMay: [
    '(?<!não )(?:pode|podes|podem|poderá|poderão)(?! (?:se )?opor| apenas| só| ser)',
    '(?<!não )(?:é|são|está|estão) (?:livres?|permitid[oa]s?|autorizad[oa]s?)|não (?:é |são |está )?(?:mais )?proibid[oa]s?',
  ],
  siteContent: [
    '(?:noss[oa]s?|o|a|os|as|do|da|est[ea]) (?:\\w+ )?(?:catálogos?|arquivos? (?:sonoro|musical)|artigos?|base de dados|banco de dados|biblioteca|conteúdos? (?:do|deste) site)',
  ],
  forNow: [
    'atualmente|por agora|por enquanto|de momento|neste momento|até novo aviso',
    'não (?:pretendemos|tencionamos|temos (?:a )?intenção|prevemos)',
  ],
  serviceModel: ['modelos? (?:de publicidade|de segurança|de detec\\w+)'],
  example: ['tais como|como', 'por exemplo', 'incluindo'],
  disclaimer: [
    'erros?|fictíci\\w*|fins informativos|caráter informativo|errad\\w*|imprecis\\w*|inexat\\w*|exatidão|exat[oa]s?',
    'precisão|incorret\\w*|revis\\w*|verific\\w*|incomplet\\w*|responsáve(?:l|is)|responsabiliz\\w*|garant\\w*',
    'alucinaç\\w*|não (?:substitui|constitui)\\w*',
  ],
  binds: [
    '(?:dev(?:e|em|es|erá|erão)|não (?:pode|podem|podes|poderá|poderão)|pod(?:e|em|erá|erão) (?:ser|usar|utilizar|exigir)|só (?:pode|podem)|tem de|têm de)',
    '(?:é|são|fica|ficam|está|estão|será|serão)(?: [^ .;]{1,30}){0,4}? (?:permitid|autorizad|proibid|excluíd|obrigatóri|aceit|recusad|reservad|exigid|vedad)\\w+',
    '(?:certific|declar|garant|confirm|aceit|compromet)\\w*|(?:sem|com)(?: [^ .;]{1,30}){0,3}? (?:consentimento|autorização|permissão|licença)|opor\\w*|opõe\\w*',
  ],
  serves: [
    'para (?:responder|processar|gerar (?:a|as|uma) resposta|prestar|fornecer|traduzir|transcrever)|(?:é|são|será|serão)(?: [^ .;]{1,30}){0,3}? (?:enviad|transmitid|armazenad|eliminad|excluíd|processad|tratad)\\w+',
  ],
  offers: [
    'ajud\\w+|permite (?:que|criar|gerar|a)|oferec\\w+|descubr\\w+|descobr\\w+|sabe mais|saiba mais|basead\\w+ em|(?:pode|podes) (?:criar|gerar)|integr\\w+|concebid\\w+',
  ],
  access: [
    '(?:pelo menos|menos de|mais de) \\d{1,2}|anos|créditos|reembols\\w*|assinatura\\w*|plano|planos|tarif\\w*|preç\\w*|grátis|gratuit\\w*|por (?:dia|mês)|beta|indisponíve\\w*',
  ],
  misuse: [
    'leis?|legislação|ilegal\\w*|ilícit\\w*|malicios\\w*|armas|ódio|violên\\w*|fraude\\w*|médic\\w*|senhas?|biométric\\w*',
  ],
  works: [
    '(?:seus?|suas?|teus?|tuas?|nossos?|nossas?) (?:\\w+ )?(?:conteúdos?|obras?|gravações|voz|imagens|fotos|músicas?|canções|textos|publicações|dados)',
    'artistas?|autor(?:es|as?)?|fotógraf[oa]s?|músicos|compositor\\w*|intérpretes?|locutor\\w*|manuscritos?|letras|gravações|desenhos|pinturas|catálogos?|royalties|remuneração',
  ],
  condition: [
    '(?<!não )se (?:você|vocês|tu|for|forem|estiver|estiveres|tiver|viver|vives|viveres|mora|morar|residir|não)(?! (?:quiser|desejar|preferir|enviar|publicar)\\w*)',
    'salvo|exceto|com exceção|à exceção|a menos|a não ser|desde que|na condição|enquanto',
    '(?<!não )(?:só|somente|apenas|unicamente|exclusivamente)|até (?:o|ao|à|que|\\d)|(?:no prazo de|dentro de|em)(?: \\w+){1,4}? (?:horas|dias|semanas|meses|anos)',
  ],
  exempts: ['salvo|exceto|com exceção|à exceção'],
  limitsBefore: [
    '(?:isto|isso|est[ae] \\w+|ess[ae] \\w+|tal \\w+)(?: \\w+){0,1}? (?:(?:não|só|apenas) (?:se )?(?:aplica\\w*|vale|abrange)|(?:aplica-se|se aplica|vale) (?:só|apenas|somente))',
    '(?:ficam?|estão|está) (?:excluíd|isent)[oa]s? (?:disso|disto|dest[ae])',
  ],
  refersBack: ['por (?:isso|isto|esse uso)|em troca|(?<=^)(?:eles |elas )?(?:recebem|receberão)'],
  aiWord: ['ia|artificia\\w+|inteligên\\w*|generativ\\w*|trein\\w*', 'sintétic\\w+|clon\\w+|mineração'],
};
