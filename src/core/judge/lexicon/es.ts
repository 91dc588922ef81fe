import type { Lexicon } from '../lexicon.ts';

const AI = '(?:ias?|inteligencias? artificial(?:es)?)';
const WITH_AI = `(?:por|con|mediante|usando|utilizando|a través de|por medio de|a partir de)(?: [^ .;]{1,20}){0,4}? ${AI}`;
const MADE =
  '(?:generad|cread|modificad|alterad|producid|editad|manipulad|hech|realizad|compuest|elaborad|simulad|asistid|escrit|redactad)[oa]s?';
const VOICE_CLONE =
  'clonaci[oó]n(?:es)? (?:de (?:la )?(?:voz|voces)|vocal(?:es)?)|clon(?:ar|es|an) (?:de )?(?:la |una |su |tu )?(?:voz|voces)|(?:voz|voces) clonadas?';
const IMPROVES_MODELS =
  'mejor(?:ar|amos|ando|a de) (?:nuestr[oa]s?|sus?|dichos|sus propios) (?:\\w+ ){0,2}?modelos?(?! (?:de negocio|comercial|de precios))';
const MINING = 'miner[ií]a (?:automatizada )?de (?:textos?|datos)(?: (?:y|e|o|y/o)(?: de)? (?:textos?|datos))?';

/** The subject is not denied, nor is the verb. */
const UNDENIED =
  '(?<!(?<!\\w)(?:(?:no|nunca|jamás|tampoco|ni|o)(?: (?:los?|las?|les?|nos|te|se))?|(?:ning[uú]n\\w*|nada|nadie)(?: [^ .;,]{1,20}){0,8}) )';

export const es: Lexicon = {
  ai: [
    'inteligencias? artificial(?:es)?',
    'ias?(?: generativas?)?',
    'aprendizajes? (?:autom[aá]ticos?|profundos?|de m[aá]quinas?|automatizados?)',
    'redes? neuronal(?:es)?',
    'modelos? (?:de lenguaje|lingüísticos?|generativos?|fundacional(?:es)?)',
    '(?:herramientas?|tecnologías?|sistemas?|funciones) generativ[oa]s?',
    `${MINING}|tdm`,
    '(?:medios|contenidos?|material|voces|voz|imágenes|imagen|audios?|v[ií]deos?) sintétic[oa]s?',
    VOICE_CLONE,
    'ultrafals\\w+|ultrasuplantaci\\w+',
  ],
  train: [
    `(?<=(?:${AI}|modelos?|algoritmos?|sistemas?) (?:a |no )?)apren(?:de|den|da|dan|der|derá)`,
    '(?:re|pre)?entren(?!ador|amiento)\\w+',
    'adiestr(?:ar|an|amos|ando|ad[oa]s?)|adiestramiento de (?:la |los )?(?:ia|modelos?|algoritmos?|inteligencia)',
    '(?<!(?:plan|planes|programa|programas|rutina|rutinas|sesi[oó]n|sesiones) de )(?:re|pre)?entrenamientos?(?! (?:personal|físic|deportiv|funcional|muscular|del personal|de fuerza))',
    'ajust(?:ar|e|es) fin[oa]s?|afinar (?:los |nuestros |sus )?modelos|fine-tuning',
    '(?:alimentar|nutrir) (?:a |los |las |el |la |un |una |nuestr[oa]s |sus |modelos|sistemas|ia|inteligencia)|alimentar(?= o evaluar|,)',
    'formaci[oó]n de (?:la )?(?:ia|modelos?|inteligencia)',
    '(?:en|a|crear|construir|como)(?: [^ .;]{1,20}){0,2}? (?:conjuntos? de datos|datasets?)',
    '(?:conjuntos? de datos|datasets?) (?:de|para) (?:el )?entrenamiento|datos de entrenamiento',
    `con fines? de ${AI}`,
    IMPROVES_MODELS,
  ],
  trainModel: [
    'modelos? (?:ya )?entrenados? (?:antes|con|a partir|sobre)',
    '(?:re|pre)?entren(?!ador)\\w+(?:,? [^ .;,]{1,40}){0,8}? (?:modelos?|algoritmos?)',
    IMPROVES_MODELS,
  ],
  develop: [
    'desarroll(?:ar|o|amos|ando)',
    'mejor(?:ar|a|as|amos|ando|amiento)',
    'cre(?:ar|amos|ando)',
    'prob(?:ar|ando)|valid(?:ar|ación)|evaluar',
  ],
  model: ['modelos?', 'algoritmos?', 'tecnologías?', 'sistemas?', 'herramientas?', 'investigación'],
  aiModel: [
    `(?:modelos?|sistemas?|algoritmos?|tecnologías?)(?: [^ .;]{1,20}){0,2}? (?:${AI}|aprendizaje automático|machine learning|lenguaje)`,
    'redes? neuronal(?:es)?',
  ],
  mining: [`${MINING}|tdm`, 'extracción de textos? y (?:de )?datos'],
  scrape: [
    'extra(?:er|cción|iga[ns]?)',
    'rastre\\w+',
    'raspa\\w+',
    'recopil\\w+',
    'recolect\\w+',
    'scraping|crawling|bots?|robots?|automatizad[oa]s?',
    'copiar(?:lo|los|las)?|reproducir(?:lo|los|las)?|extraer(?:lo|los|las)?',
  ],
  aiMade: [
    `${MADE}(?:, [^,.;]{1,40},)?(?: [^ .,;]{1,30}){0,6}? ${WITH_AI}(?: \\w+)?`,
    `(?:uso|usa|usar|us[eó]|utiliza|utilice|utilizar|utilización|empleo|emplee|emplear)(?: [^ .;]{1,20}){0,3}? ${AI}(?: [^ .;]{1,20}){0,6}? (?:para|en|del?|como) (?:[^ .;]{1,20} ){0,3}?(?:creaci|elaboraci|realizaci|producci|composici|proceso creativo|cartel)\\w*`,
    '(?<!(?:generaci[oó]n|creaci[oó]n) de )(?:contenidos?|música|canci[oó]n|canciones|pistas?|imágenes|v[ií]deos?|voces|voz|obras?|clones?|covers?|composici[oó]n|composiciones) (?:de |con |por )?ia',
    '(?:medios|contenidos?|material|voces|voz|imágenes|imagen|audios?|v[ií]deos?) sintétic[oa]s?',
    'artificialmente (?:generad|cread|modificad)[oa]s?|(?:generad|cread)[oa]s? artificialmente',
    'digitalmente (?:alterad|cread|modificad|manipulad)[oa]s?',
    `(?:us[oa]\\w*|utiliza\\w*|emple\\w+)(?: [^ .;]{1,20}){0,3}? ${AI} (?:\\w+ )?para (?:crear|generar|producir|componer)`,
  ],
  harm: ['menores|niñ[oa]s', 'sexual\\w*|íntim\\w+|desnud\\w+|pornogr\\w+', 'acos\\w+|terroris\\w+|extremis\\w+'],
  ownLikeness: ['(?:su|tu|mi) (?:\\w+ )?(?:voz|imagen|rostro|semejanza|identidad)'],
  use: ['us(?:ar|amos|a|an|aremos)|utiliz\\w+|emple\\w+', 'analiz\\w+', 'trat(?:ar|amos)|proces(?:ar|amos)'],
  likeness: [
    'semejanza|parecido',
    '(?:imagen|identidad) de (?:una|otra|cualquier|la) persona',
    'voces|voz|vocal(?:es)?',
    'rostros?|caras?',
    'suplant\\w+|imit\\w+',
    'personas? (?:reales?|privadas?|públicas?|identificables?)|otr[oa]s? (?:personas?|artistas?)|artista (?:original|imitado)',
    'identidad',
    'sin (?:su|el) (?:\\w+ )?consentimiento|sin autorización|no consensuad\\w+|no autorizad[oa]s?',
  ],
  imitate: ['semejanza|parecido', 'suplant\\w+', 'imit\\w+', 'clon\\w+|simul\\w+|recrear', 'no consensuad\\w+'],
  fake: [
    'deepfakes?',
    VOICE_CLONE,
    'clones? de voz',
    'suplantaci(?:ón|ones) vocal(?:es)?|imitaci(?:ón|ones) vocal(?:es)?',
    'ultrafals\\w+|réplicas? digital(?:es)?',
  ],
  deceives: ['engañ\\w+|difam\\w+|humill\\w+|desinformación|sexual\\w*'],
  inputOutput: [
    'entradas?|salidas?',
    'prompts?|inputs?|outputs?',
    '(?:respuestas?|resultados?|análisis|sugerencias?|recomendaciones|resúmenes|respuestas y resultados)(?: [^ .;]{1,30}){0,3}? (?:generad|producid)[oa]s?',
    'generar dicho contenido|indicaciones de texto',
  ],
  aiTool: [
    `(?:herramientas?|funciones|función|funcionalidad(?:es)?|asistentes?|servicios?|productos?|sistemas?|agentes?|soluci[oó]n|soluciones|tecnologías?|plataformas?|aplicaciones)(?: [^ .;]{1,20}){0,4}? ${AI}`,
    'chatbots?|asistentes? virtual(?:es)?',
  ],
  ownTool: [
    `(?:nuestr[oa]s?|est[oa]s?|estas?|dich[oa]s?) (?:herramientas?|funciones|función|asistentes?|servicios?|productos|agentes?)(?: [^ .;]{1,20}){0,4}? ${AI}`,
  ],
  decide: [
    'moder(?:ación|ar|amos)',
    'detect\\w+|detección',
    'recomend\\w+',
    'personaliz\\w+',
    'publicidad|publicitari\\w+|anuncios?',
    'fraudes?|fraudulent\\w+',
    'seguridad',
    'elaboración de perfiles|perfilado',
    'decision(?:es)?|decisión',
    'atención al cliente|servicio al cliente',
    'filtr(?:ar|ado)',
  ],
  pay: [
    'regalías',
    'remunera\\w*|retribu\\w+',
    'monetiz\\w+|desmonetiz\\w+',
    'pagos? (?:por|a (?:los )?artistas)',
    'ingresos',
    'compensaci(?:ón|ones)',
  ],
  noPay: [
    '(?:no|sin|ning[uú]n\\w*|ni)(?: [^ .;,]{1,20}){0,4}? (?:regalías|remunera\\w*|retribu\\w+|monetiz\\w+|ingresos|compensaci\\w+|pag\\w+)',
    'desmonetiz\\w+|excluid[oa]s?(?: [^ .;,]{1,20}){0,3}? (?:remuneraci|monetizaci)\\w+',
  ],
  we: ['nosotros', 'nuestr[oa]s?', 'nos'],
  others: [
    'terceros?|terceras partes',
    'socios?',
    'afiliad[oa]s?|filiales?',
    'sublicen\\w+|licenciatari[oa]s?',
    'destinatarios?',
    'matriz',
    '(?:otras|empresas de) (?:empresas|ia|compañías|tecnología)|proveedores? (?:externos?|de ia)',
    'vend(?:er|emos|en|e)|vendid[oa]s?|ceder|cedemos|venta de',
  ],
  yours: [
    '(?:sus?|tus?|vuestr[oa]s?) (?:\\w+ ){0,2}?(?:contenidos?|datos|información|obras?|publicaciones|archivos?|mensajes?|música|fotos?|fotografías?|imágenes|v[ií]deos?|textos?|documentos?|grabaciones|canciones|conversaciones|consultas|inputs?|creaciones)',
    'datos personales|(?:datos|información) (?:personal|recabad[oa]s?|recopilad[oa]s?|de uso|anónim\\w+)|datos de (?:conversaciones|google)',
    '(?:contenidos?|datos|información|fotos|imágenes|obras?|documentos?) (?:de(?:l| las?| los)? )?(?:usuari[oa]s?|clientes?|clientas?|artistas?|creadores)',
    '(?:contenidos?|datos|información|documentos|material|archivos)(?: [^ .;]{1,30}){0,3}? que (?:usted |el usuario |los usuarios |nos )?(?:suba|sube|cargue|carga|envíe|envía|comparta|comparte|proporcion|introduzca|publique|publica|cree)\\w*',
    '(?:no|nunca|jamás|tampoco) (?:us|utiliz|emple)(?:amos|aremos)',
    '(?:no|ni|nunca|jamás|tampoco) (?:se|los|las|lo|la) (?:us|utiliz|emple)\\w+',
  ],
  publicSources: ['fuentes públicas|datos públicos|disponibles públicamente|acceso público'],
  uploads: [
    '(?:sus?|tus?) (?:\\w+ ){0,2}?(?:contenidos?|obras?|publicaciones|archivos|música|fotos?|fotografías?|imágenes|v[ií]deos?|grabaciones|canciones|canción|temas|maquetas?|discos|álbumes|comentarios|letras|partituras|composiciones|voz|textos)',
    '(?:contenidos?|comentarios|publicaciones) (?:del?|de los|de nuestros) (?:usuarios?|miembros|artistas)|publicaciones públicas',
    'contenidos?|fotos|fotografías|grabaciones|documentos|archivos',
  ],
  publish: [
    'sub(?:ir|es|e|as|an|ida|idas|ido)|carg(?:ar|ues|ue)|(?<!antes de )public(?:ar|a|as|ado|ada|adas)(?:l[oa]s?)?',
    '(?<!antes de (?:la |su )?)publicación|env(?:íe|iar|íes|iado)|present(?:ar|ad[oa]s?)|compart(?:ir|e|as)',
    'distribu\\w+|lanzamientos?|canci(?:ón|ones)|pistas|obras?|concurso|cartel(?:es)?|participaci\\w*',
  ],
  personal: ['datos', 'información'],
  prompts: [
    'entradas?|inputs?',
    'mensajes',
    'conversaciones|diálogos',
    'consultas|tus preguntas|sus preguntas',
    'lo (?:que )?(?:envías|escribes|subes|enviado|escrito)',
  ],
  licence: ['licencias?', 'conced\\w+|otorg\\w+', 'derechos? (?:a|de) (?:usar|utilizar|uso|reproducción)'],
  youOwn: [
    '(?:eres|serás|usted es) (?:\\w+ )?(?:propietari|titular|dueñ)\\w*|(?:te|le) pertenecen?',
    'pertenecen? (?:a ti|al usuario|a usted)|conservas|(?:son|es) tuy[oa]s?',
  ],
  weOwn: [
    'nos pertenecen?|pertenecen? a nosotros|(?:somos|seremos) (?:\\w+ )?(?:propietari|titular|dueñ)\\w*|nuestra propiedad',
  ],
  own: [
    'propiedad|propietari[oa]s?',
    'pertenec\\w+',
    'titularidad|titular(?:es)? de(?:l| los| las| la)? (?:contenido|resultado|derecho|obra|salida)s?',
    '(?:conserva|conservas|mantiene|mantienes|retiene) (?:[^ .;]{1,30} ){0,3}?derechos?',
  ],
  not: [
    'no(?! exclusiv| solo| s[oó]lo| limita| obstante| únicamente)',
    'nunca|jamás',
    'ningun\\w*|ningún',
    'sin(?! limitaci| perjuicio| cargo| restricci| embargo| coste| costo)',
    'prohib\\w+|prohíb\\w+',
    'ni',
    'tampoco',
    'exclu(?:ir|ye|yen|imos|id[oa]s?|sión)|abst(?:ener|iene|enemos)\\w*',
  ],
  affirms: [
    `${UNDENIED}(?:podemos|podremos|utilizamos|utilizaremos|usamos|usaremos|empleamos|tratamos|entrenamos)`,
    `${UNDENIED}(?:puede|pueden|podrá|podrán) (?:también )?(?:ser )?(?:us|utiliz|emple|trat)\\w+`,
    `${UNDENIED}(?:se (?:usan?|utilizan?|emplean?)|(?:son|serán?) (?:us|utiliz|emple)ad[oa]s?)`,
  ],
  notUsed: [
    `(?:${AI}|modelos?|algoritmos?|sistemas?) (?:no|nunca|jamás) apren\\w+`,
    '(?:no|nunca|jamás|tampoco) (?:[^ .;]{1,30} ){0,3}?(?:us|utiliz|vend|emple|compart|ced|trat|proces|transf)\\w+',
  ],
  userMayNot: [
    '(?:usted |los usuarios |el usuario |el cliente )?no (?:podrá[ns]?|podr[eé]is|puedes?|pueden|debe[ns]?|deberá[ns]?|está[n]? (?:\\w+ )?permitid\\w+|se permite[n]?|se autoriza|queda autorizad\\w+)(?! (?:garantiz|asegur|ser (?:precis|exact|complet|considerad|responsab|tenid)|sustitu|reemplaz|constitu|predec|respond|asum|conten|controlar))',
    'ninguna parte de (?:este|esta|la|el|los|las|nuestr[oa]s?)(?: [^ .;]{1,30}){0,4}? (?:puede|podrá|debe)',
    'comprometes? a no|acepta[s]? no|obliga a no|acuerda no|comprometes? a (?:\\w+ )?abstener\\w*',
    '(?<!no )(?:queda|quedan|está|están|es|son)(?: [^ .;]{1,30}){0,4}? prohibid\\w+',
    'se prohíbe[n]?|prohibid[oa]s? (?:su|el|la|los|las|usar|utilizar|copiar)',
    'lo que no puedes|no (?:uses?|utilices?|utilice|subas|publiques|compartas)(?! (?:tus|tu|sus))',
    '(?:se reserva\\w*|reserva\\w*|se opone\\w*)[^.;]{0,160}?(?:minería|entrenamiento|entrenar|tdm)',
  ],
  forbidden: [
    '(?<!(?:no|ya no)(?: \\w+)? )(?:prohib|prohíb)\\w+',
    'no (?:está[n]? |se |será[n]? )?(?:permit|toler)\\w+',
    'no autoriza\\w*',
    'infring\\w+|incumpl\\w+',
  ],
  unwanted: [
    'elimin\\w+|retirad[oa]s?',
    'rechaz\\w+|vetad[oa]s?|suspend\\w+|descalific\\w+|excluid[oa]s?',
    'no (?:se |será[n]? |es |son |podrá[n]? ser )?(?:acept|admit|distribu|public|premi|galardon|recomend|monetiz)\\w+',
  ],
  allowed: [
    'no (?:\\w+ )?prohibid[oa]s?',
    '(?<!no |ni )permit(?:e|en|id[oa]s?|imos|irá|ida)',
    '(?<!no )autorizad[oa]s?',
    'aceptad[oa]s?|aceptamos',
  ],
  discouraged: ['desaconsej\\w+|desalent\\w+'],
  label: [
    'indica|indique|señala|declara',
    'etiquet\\w+',
    'divulg\\w+',
    'indi(?:car|que|quen|cado|cando|carse|carlo)',
    'revel(?:ar|e|en)',
    'señal(?:ar|e|en|izar)',
    'marca de agua',
    'identificar(?:se|los|las|lo|la)?|identificad[oa]s? como|declar(?:ar(?:se|lo)?|e|en)|inform(?:ar|e) de(?:l| que)|marcar(?:se)?',
    'transparen\\w+',
    'creer que|haciéndole creer',
  ],
  consent: ['consentimiento', 'autorización|autorizad\\w+', 'permiso'],
  unlessConsent: [
    'salvo (?:[^ .;]{1,30} ){0,4}?(?:consentimiento|autorización|permiso|acuerdo)(?: \\w+)?',
    'sin (?:su|tu|el|la|un|previo|previa|expreso|expresa|explícito) (?:\\w+ ){0,3}?(?:consentimiento|autorización|permiso)(?: \\w+)?',
    'sin (?:consentimiento|autorización|permiso) (?:previ|expres|explícit|de los|del)\\w*',
    'a menos que (?:usted|tú|el usuario|nos|lo|des|dé)(?!(?: [^ .;]{1,30}){0,4}? (?:revo|opon|opong|opus|desactiv|excluy)\\w*)',
    'solo (?:\\w+ ){0,2}?con (?:su|tu) (?:\\w+ )?(?:consentimiento|autorización|permiso)',
    '(?:si|cuando) (?:no )?nos (?:has|ha) (?:dado|otorgado) (?:\\w+ )?(?:permiso|consentimiento)',
  ],
  ourConsent: [
    'nuestr[oa] (?:\\w+ )?(?:consentimiento|permiso|autorización)|(?:permiso|autorización) (?:\\w+ )?(?:por )?escrit[oa]',
  ],
  onlyConsent: [
    '(?:s[oó]lo|solamente|únicamente)(?: [^ .;]{1,30}){0,5}? (?:consentimiento|permiso|autorización)',
    'con (?:su|tu) (?:\\w+ )?(?:consentimiento|permiso|autorización)',
  ],
  optOut: [
    'oponer(?:se|te|me)|oposición|opong\\w+|te opones',
    'desactiv\\w+|(?:negar(?:se|te)|rehusar|rechazar) (?:(?:en|a) \\w+ \\w+ )?(?:a )?que',
    'darse de baja',
    'optar por no|opt-out|excluir(?:se|te)|exclusión voluntaria',
    '(?:solicitar|pedir|pedirnos)(?: [^ .;]{1,30}){0,5}? que(?: [^ .;]{1,30}){0,4}? no',
    'revoque\\w* (?:[^ .;]{1,30} ){0,2}?consentimiento|no desea\\w* que (?:sus|tus|usemos)',
  ],
  noSay: [
    'no (?:puedes?|pueden|podrás?|podrán?|es posible) (?:\\w+ )?(?:oponer\\w*|negar\\w*|rechazar\\w*|excluir\\w*|desactivar\\w*|darse de baja)',
    'no (?:hay|existe) (?:\\w+ ){0,3}?(?:forma|manera|derecho|posibilidad|modo) (?:de |a )(?:oponer|excluir|rechazar)\\w*',
    'no (?:necesitamos|requerimos|pedimos|hace falta|se requiere|es necesario) (?:\\w+ ){0,2}?(?:consentimiento|permiso|autorización)',
  ],
  optIn: [
    'si (?:usted |tú |el usuario )?(?:nos )?(?:acepta|aceptas|consiente\\w*|decide|decides|elige|eliges|activa|activas|autoriza|autorizas|permite|das)',
    'con (?:su|tu) (?:\\w+ )?(?:consentimiento|permiso|autorización)',
    'opt-in|de forma voluntaria',
  ],
  anonymous: [
    '(?:(?:con|de forma|de manera|sobre|a partir de|siempre de forma) )?(?:(?:datos|imágenes|información) )?(?:anonimiz\\w+|anónim[oa]s?|agregad\\w+|seudonimiz\\w+)',
  ],
  earlier: ['ya (?:subid|publicad)[oa]s?|años anteriores|retroactiv\\w+'],
  notPublic: [
    '(?<!(?:no|ni|salvo|excepto|nunca) (?:[^ .;,]{1,20} ){0,3})(?:públic[oa]s y privad[oa]s|(?:mensajes|contenidos?|datos) privad[oa]s)',
  ],
  limit: ['no generativ\\w+', '(?:únicamente|exclusivamente|solo) para'],
  reserve: ['reserv(?:a|an|amos|ad[oa]s?|ar)'],
  means: ['con', 'mediante', 'usando', 'utilizando', 'por'],
  subordinate: ['si', 'salvo', 'solo|únicamente', 'cuando', 'que', 'siempre que', 'bajo'],
  contrast: ['pero|sin embargo|excepto|salvo|a menos|aunque|mientras|sino'],
  weForbid: ['prohibimos', 'no (?:permitimos|autorizamos|toleramos|aceptamos|admitimos)'],
  paused: ['pausa\\w*|aplaza\\w*|retras\\w+'],
  must: [
    '(?:indica|indique|señala|señale|declara|declare|etiqueta|etiquete) (?:al|si|cuando|que|tu|su|los|las|el|la|en|claramente)',
    'debe[ns]?|debes|deberá[ns]?|ha de|tiene[sn]? que',
    'obligat\\w+|requer\\w+|requier\\w+',
  ],
  needNot: [
    'no (?:es|será|resulta) (?:necesari|obligatori)[oa]|no (?:tienes?|tienen|hay) que',
    'no (?:necesitas?|necesitan|hace falta)|no (?:estás?|están) obligad[oa]s?',
    'ya no|voluntari[oa]|opcional|sin (?:etiqueta|etiquetar|indicarlo)',
  ],
  othersMay: [
    '(?<!no )(?:puedes?|pueden|podrás?|podrán?)(?! oponer| solo| sólo)',
    '(?<!no )(?:es|eres|está|están) (?:libres?|permitid[oa]s?|autorizad[oa]s?)|(?:no|ya no) (?:\\w+ )?prohib\\w+',
  ],
  siteContent: [
    '(?:nuestr[oa]s?|el|la|los|las|del|est[ea]) (?:\\w+ )?(?:catálogos?|archivos? (?:sonoro|musical)|artículos?|base de datos|biblioteca|contenidos? (?:del|de este) sitio)',
  ],
  forNow: [
    'actualmente|por ahora|por el momento|de momento|hasta nuevo aviso',
    'no (?:tenemos (?:la )?intención|prevemos|planeamos|pretendemos)',
  ],
  serviceModel: ['modelos? (?:publicitarios?|de seguridad|de detección)'],
  example: ['tales como|como', 'por ejemplo', 'incluid\\w+|incluyendo'],
  disclaimer: [
    'error|errores|ficti\\w*|con fines informativos|errónea?s?|inexact\\w*|exactitud|exact[oa]s?|imprecis\\w*',
    'precisión|verifi\\w*|revis\\w*|incomplet\\w*|responsables?|garantiz\\w*|fiabilidad|alucinaci\\w*',
    'a título informativo|no (?:sustituye|constituye)\\w*',
  ],
  binds: [
    '(?:deb(?:e|en|es|erá|erán)|no (?:podrá|podrán|puede|pueden|puedes)|podrán? (?:ser|usar|utilizar|exigir)|solo (?:puede|podrá)\\w*)',
    '(?:está|están|queda|quedan|es|son|será|serán)(?: [^ .;]{1,30}){0,4}? (?:permitid|autorizad|prohibid|excluid|obligatori|aceptad|rechazad|reservad|exigid)\\w+',
    '(?:certific|declar|garantiz|confirm|acept|compromet)\\w*|(?:sin|con)(?: [^ .;]{1,30}){0,3}? (?:consentimiento|autorización|permiso|licencia)|opon\\w+|se permit\\w+',
  ],
  serves: [
    'para (?:responder|procesar|generar (?:la|las|una) respuesta|prestar|proporcionar|traducir|transcribir)|(?:se|son|es) (?:[^ .;]{1,30} ){0,3}?(?:envía|envían|transmit|almacen|elimin|proces|enviad)\\w*|encargad\\w+ del tratamiento',
  ],
  offers: [
    'ayud\\w+|permite (?:a|crear|generar|que)|ofrec\\w+|descubr\\w+|más información|bas\\w+ en|puedes (?:crear|generar)|integr\\w+|diseñad\\w+',
  ],
  access: [
    '(?:al menos|menores de|mayores de) \\d{1,2}|años|créditos|reembols\\w*|suscripci\\w*|plan|planes|tarifas?|precios?|gratis|gratuit\\w*|por (?:día|mes)|beta|no disponible',
  ],
  misuse: [
    'ley|leyes|normativa\\w*|ilegal\\w*|ilícit\\w*|malicios\\w*|armas|odio|violen\\w*|fraude\\w*|médic\\w*|contraseñas?|biométric\\w*',
  ],
  works: [
    '(?:sus?|tus?|nuestr[oa]s?) (?:\\w+ )?(?:contenidos?|obras?|grabaciones|voz|imágenes|fotos|música|canciones|textos|publicaciones|datos)',
    'artistas?|autor(?:es|as?)?|fotógraf[oa]s?|músic[oa]s|compositor\\w*|intérpretes?|locutor\\w*|manuscritos?|letras|grabaciones|dibujos|pinturas|catálogos?|archivos? de|regalías|remuneraci\\w+',
  ],
  condition: [
    'si(?! (?:lo |no lo |no )?(?:dese|quier|prefier|public)\\w*| es (?:necesario|posible))',
    'salvo|excepto|a excepción|con excepción|a menos|a no ser|siempre (?:que|y cuando)|a condición|mientras',
    '(?<!no )(?:solo|sólo|solamente|únicamente|exclusivamente)|hasta (?:el|la|que|\\d)|(?:en|dentro de)(?: \\w+){1,4}? (?:horas|días|semanas|meses|años)',
  ],
  exempts: ['salvo|excepto|a excepción|con excepción'],
  limitsBefore: [
    '(?:esto|ello|est[ae] \\w+|dich[oa] \\w+)(?: \\w+){0,1}? (?:(?:no|solo|sólo|únicamente) (?:se )?(?:aplica\\w*|vale|rige|abarca)|(?:se )?(?:aplica|vale|rige) (?:solo|sólo|únicamente))',
    '(?:quedan?|están?) (?:excluid|exent)[oa]s? de (?:esto|ello|est[ae])',
  ],
  refersBack: ['por (?:ello|esto|eso|este uso)|a cambio|(?<=^)(?:reciben|recibirán|cobran|cobrarán)'],
  aiWord: ['ia|artificial\\w*|inteligen\\w*|generativ\\w*|entren\\w*', 'sintétic\\w+|clon\\w+|minería'],
};
