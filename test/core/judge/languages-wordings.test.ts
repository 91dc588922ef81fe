/** What German, French, Spanish, Italian and Portuguese documents say, in the forms of those languages, and what only looks like it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../src/core/extract/language.ts';
import { readFeatures } from '../../../src/core/judge/features.ts';
import { patternsFor } from '../../../src/core/judge/lexicon.ts';
import { type Statement, statementsOf } from '../../../src/core/judge/statements.ts';
import { sayKey } from '../../../src/core/normalise.ts';

/** What has nothing to say to those who upload. */
const NOTHING = 'nothing major';

type Said = Readonly<Record<string, readonly string[]>>;

const WORDINGS: Readonly<Record<Exclude<Language, 'nl' | 'en'>, Said>> = {
  de: {
    'training permitted': [
      'Modelle, die vor der Löschung Ihrer Titel trainiert wurden, bleiben bestehen.',
      'Deine Uploads helfen unserer KI beim Lernen.',
      'Die Lizenz umfasst das Recht, Ihre Inhalte als Trainingsdaten für generative KI zu verwenden.',
      'Sie erklären sich damit einverstanden, dass Ihre Inhalte zur Entwicklung und zum Training von Technologien der künstlichen Intelligenz verwendet werden dürfen.',
      'Wir nutzen deine Aufnahmen, um unsere KI-Modelle zu trainieren.',
      'Ihre Beiträge fließen in das Training unserer KI ein.',
      'Deine Kommentare können als Trainingsdaten für generative KI verwendet werden.',
      'Mit dem Hochladen räumst du uns das Recht ein, deine Songs zum KI-Training zu nutzen.',
      'Wir dürfen öffentliche Profile für maschinelles Lernen heranziehen und damit Sprachmodelle trainieren.',
    ],
    'no training': [
      'Unsere KI lernt nicht aus deinen Aufnahmen.',
      'Diese Lizenz berechtigt uns nicht, KI-Modelle mit deinen Werken zu trainieren.',
      'Wir trainieren keine generative KI mit den Inhalten unserer Kunden.',
      'Deine Songs werden nicht zum Training von KI verwendet.',
      'Ihre Daten werden zu keinem Zeitpunkt für das KI-Training genutzt.',
      'Unsere KI wird mit euren Stücken nicht trainiert.',
      'Wir verwenden keine Aufnahmen unserer Mitglieder, um künstliche Intelligenz anzulernen.',
      'Ein Training von KI-Modellen mit Ihren Probenmitschnitten findet nicht statt.',
    ],
    'training only with consent': [
      'Nur mit deiner ausdrücklichen Zustimmung verwenden wir deine Songs zum Training von KI.',
      'Ohne Ihre vorherige Einwilligung werden Ihre Inhalte nicht zum KI-Training genutzt.',
    ],
    'training unless one opts out': [
      'Falls du nicht möchtest, dass wir mit deinen Songs KI trainieren, kannst du dies in den Einstellungen ausschalten.',
      'Du kannst der Nutzung deiner Inhalte für das KI-Training jederzeit widersprechen.',
      'In den Einstellungen lässt sich die Verwendung deiner Beiträge zum Training der KI deaktivieren.',
    ],
    'training within limits': ['Zum Training unserer KI-Modelle verwenden wir ausschließlich anonymisierte Hördaten.'],
    'others may not train on or mine the platform': [
      'Nutzer dürfen die Ausgaben nicht zur Entwicklung konkurrierender KI-Modelle verwenden.',
      'Sie dürfen weder Roboter noch andere automatisierte Mittel einsetzen, um Inhalte für das Training von KI zu sammeln.',
      'Es ist nicht gestattet, Inhalte dieser Seite zum Training von KI-Systemen zu verwenden.',
      'Crawler, die Inhalte für KI-Training sammeln, sind untersagt.',
      'Wir behalten uns das Text- und Data-Mining nach § 44b UrhG vor.',
      'Die Nutzung unserer Texte für Text und Data Mining bleibt vorbehalten.',
    ],
    'AI-made content must be labelled': [
      'Bitte geben Sie beim Hochladen an, ob der Titel mit KI erstellt wurde.',
      'KI-generierte Titel sind als solche zu kennzeichnen.',
      'Wer mit KI erstellte Musik hochlädt, muss dies angeben.',
    ],
    'AI-made content is restricted': [
      'Wir behalten uns vor, KI-generierte Titel zu entfernen.',
      'Rein KI-generierte Musik nehmen wir nicht an.',
      'Vollständig von KI erzeugte Alben sind nicht zugelassen.',
    ],
    'imitating people with AI is restricted': [
      'Du darfst die Stimme eines anderen Künstlers nicht ohne dessen Zustimmung mit KI nachahmen.',
      'Stimmklone ohne Einwilligung der betroffenen Person sind verboten.',
      'Deepfakes anderer Künstlerinnen sind unzulässig.',
    ],
    'others may train': ['Unsere Partner dürfen deine Inhalte zum Training ihrer KI-Modelle verwenden.'],
    'AI-made content earns nothing': ['KI-generierte Musik wird nicht vergütet.'],
    'the platform owns what AI features give': ['Die Ausgaben unserer KI-Tools gehören uns.'],
    'money and AI': ['Mit KI erstellte Titel werden wie alle anderen vergütet.'],
    'users own what AI features give them': ['Du behältst alle Rechte an den Eingaben und Ausgaben der KI-Funktionen.'],
    [NOTHING]: [
      'Mit KI erstellte Begleitstimmen können frei erfunden klingen.',
      'Die Ausbildung unserer Mitarbeitenden zum Datenschutz findet jährlich statt.',
      'Der Chorleiter bietet ein Stimmtraining für Mitglieder an.',
      'Nach der Anmeldung erhalten Sie eine automatisch erzeugte E-Mail.',
      'Auf unserer Lernplattform finden Sie Kurse zu Harmonielehre.',
      'Vom Nutzer generierte Links dürfen nicht irreführend sein.',
      'Antworten der KI können fehlerhaft sein; prüfen Sie sie, bevor Sie sich darauf verlassen.',
    ],
  },
  fr: {
    'training permitted': [
      'Les modèles entraînés avant la suppression de vos morceaux ne sont pas modifiés.',
      'La licence comprend le droit d’utiliser vos contenus comme données d’entraînement pour l’IA générative.',
      'Vous acceptez que vos contenus soient utilisés pour développer et entraîner des technologies d’intelligence artificielle.',
      'Nous utilisons vos morceaux pour entraîner nos modèles d’IA.',
      'Vos publications servent à l’entraînement de notre intelligence artificielle.',
      'Vos enregistrements pourront alimenter des modèles d’apprentissage automatique.',
      'Vous nous accordez le droit d’utiliser vos titres à des fins d’entraînement de systèmes d’IA générative.',
      'Nous nous servons de vos commentaires pour entrainer nos algorithmes d’IA.',
    ],
    'no training': [
      'Vos partitions restent chez nous ; elles ne servent jamais à l’entraînement d’une IA.',
      'Notre IA n’apprend pas de vos enregistrements.',
      'Cette licence ne nous autorise pas à entraîner des modèles d’IA sur vos œuvres.',
      'Nous n’entraînons pas d’IA générative sur les contenus de nos clients.',
      'Aucune donnée de votre compte n’est utilisée pour entraîner une IA.',
      'Nos hébergeurs s’engagent à ne pas utiliser vos maquettes pour entraîner des modèles d’IA.',
      'Vos morceaux ne servent jamais à entraîner une IA.',
      'Aucun de vos titres n’est utilisé pour l’entraînement de modèles d’intelligence artificielle.',
      'Nous n’entraînons pas d’IA sur vos maquettes.',
      'Vos données ne sont pas utilisées pour entrainer des modèles d’IA.',
    ],
    'training only with consent': [
      'Vos titres ne seront utilisés pour entraîner une IA qu’avec votre accord exprès.',
      'Sans votre consentement préalable, nous n’utilisons pas vos contenus pour entraîner l’IA.',
    ],
    'training unless one opts out': [
      'Si vous ne souhaitez pas que nous entraînions l’IA avec vos titres, désactivez cette option dans les paramètres.',
      'Vous pouvez à tout moment refuser que vos contenus servent à l’entraînement de l’IA.',
      'Pour vous opposer à l’utilisation de vos titres pour l’entraînement de notre IA, remplissez ce formulaire.',
    ],
    'training within limits': [
      'Nous utilisons des données anonymisées sur vos écoutes pour entraîner nos modèles d’IA.',
    ],
    'others may not train on or mine the platform': [
      'Les utilisateurs ne peuvent pas utiliser les résultats pour développer des modèles d’IA concurrents.',
      'Vous ne pouvez utiliser ni robots ni autres moyens automatisés pour collecter des contenus afin d’entraîner une IA.',
      'Vous vous interdisez d’utiliser les contenus du site pour entraîner des systèmes d’intelligence artificielle.',
      'L’extraction de nos pages par des robots en vue d’entraîner une IA est prohibée.',
      'La rédaction s’oppose à la fouille de textes et de données de ce journal (article L. 122-5-3).',
      'Tous droits réservés, y compris pour la fouille de textes et de données.',
    ],
    'AI-made content must be labelled': [
      'Les titres générés par l’IA doivent être signalés comme tels.',
      'Vous devez mentionner que votre morceau a été créé à l’aide d’une IA.',
    ],
    'AI-made content is restricted': [
      'Nous n’acceptons pas les nouvelles rédigées avec une IA.',
      'Nous nous réservons le droit de retirer les titres générés par IA.',
      'Les albums entièrement générés par IA ne sont pas acceptés.',
      'Nous refusons la musique produite par une intelligence artificielle.',
    ],
    'imitating people with AI is restricted': [
      'Vous ne pouvez pas imiter par IA la voix d’un autre artiste sans son accord.',
      'Les clones vocaux réalisés sans l’accord de l’artiste sont interdits.',
      'Il est interdit de publier des hypertrucages d’autres artistes.',
    ],
    'others may train': ['Nos partenaires peuvent utiliser vos contenus pour entraîner leurs modèles d’IA.'],
    'AI-made content earns nothing': ['La musique générée par IA n’est pas rémunérée.'],
    'the platform owns what AI features give': ['Les sorties de nos outils d’IA nous appartiennent.'],
    'money and AI': ['Les morceaux générés par IA donnent droit à la même rémunération.'],
    'users own what AI features give them': [
      'Vous conservez tous les droits sur les données d’entrée et les résultats des fonctionnalités d’IA.',
    ],
    [NOTHING]: [
      'Les accords générés par l’IA le sont à titre indicatif ; écoutez-les avant de les publier.',
      'La formation de nos équipes à la protection des données a lieu chaque année.',
      'Le manquement à cette règle peut entraîner la suspension du compte.',
      'Un modèle de contrat est joint en annexe.',
      'Vous pouvez affiner votre recherche par genre.',
      'Ce message a été généré automatiquement.',
      'Les réponses de l’IA peuvent être inexactes ; vérifiez-les avant de vous y fier.',
      'Pour les clients de la boutique, parler avec notre chatbot alimenté par l’IA ne coûte rien.',
    ],
  },
  es: {
    'training permitted': [
      'Los modelos entrenados antes de borrar tus canciones no se ven afectados.',
      'Tus grabaciones ayudan a que nuestra IA aprenda.',
      'La licencia incluye el derecho a usar tus contenidos como datos de entrenamiento para la IA generativa.',
      'Aceptas que tus contenidos se utilicen para desarrollar y entrenar tecnologías de inteligencia artificial.',
      'Usamos tus grabaciones para entrenar nuestros modelos de IA.',
      'Tus publicaciones sirven para el entrenamiento de nuestra inteligencia artificial.',
      'Tus canciones podrán alimentar modelos de aprendizaje automático.',
      'Nos concedes el derecho a utilizar tus temas con fines de entrenamiento de sistemas de IA generativa.',
      'Usamos los comentarios de los usuarios para adiestrar la IA.',
    ],
    'no training': [
      'Nuestra IA no aprende de tus grabaciones.',
      'Esta licencia no nos autoriza a entrenar modelos de IA con tus obras.',
      'No entrenamos IA generativa con los contenidos de nuestros clientes.',
      'Lo que escribes al asistente no se usa para entrenar la IA.',
      'Tus canciones jamás se emplean para entrenar una IA.',
      'Ninguna de tus maquetas se utiliza en el entrenamiento de modelos de inteligencia artificial.',
      'No entrenamos IA con tus grabaciones.',
    ],
    'training only with consent': [
      'No usaremos tus maquetas para entrenar IA sin consentimiento explícito de los autores.',
      'Solo con tu consentimiento expreso usamos tus temas para entrenar IA.',
      'Sin tu autorización previa no utilizamos tus contenidos para entrenar la IA.',
    ],
    'training unless one opts out': [
      'Si no quieres que entrenemos la IA con tus temas, desactiva esta opción en los ajustes.',
      'Puedes negarte en cualquier momento a que tus contenidos se usen para entrenar la IA.',
      'Desde los ajustes puedes desactivar el uso de tus publicaciones para el entrenamiento de nuestra IA.',
    ],
    'training within limits': ['Usamos datos anonimizados de tus escuchas para entrenar nuestros modelos de IA.'],
    'others may not train on or mine the platform': [
      'Ninguna parte de la revista puede utilizarse para entrenar una IA.',
      'Los usuarios no pueden utilizar los resultados para desarrollar modelos de IA que compitan con los nuestros.',
      'No puedes usar robots ni otros medios automatizados para recopilar contenidos con el fin de entrenar una IA.',
      'No está permitido utilizar los contenidos del sitio para entrenar sistemas de inteligencia artificial.',
      'Se prohíbe a los bots recopilar nuestras páginas para entrenar una IA.',
      'La editorial se reserva los derechos de minería de textos y datos.',
      'Queda reservada la minería de textos y datos conforme al artículo 67.3.',
    ],
    'AI-made content must be labelled': [
      'Indica al subir el tema si ha sido creado con IA.',
      'Los temas generados por IA deben identificarse como tales.',
      'Tienes que indicar que tu canción fue creada con una IA.',
    ],
    'AI-made content is restricted': [
      'No se aceptan álbumes generados íntegramente por IA.',
      'Rechazamos la música producida por inteligencia artificial.',
    ],
    'imitating people with AI is restricted': [
      'No puedes imitar con IA la voz de otro artista sin su consentimiento.',
      'Se prohíbe clonar la voz de otro artista con IA sin su permiso.',
      'Están prohibidos los deepfakes de otros artistas.',
    ],
    'others may train': ['Nuestros socios pueden utilizar tus contenidos para entrenar sus modelos de IA.'],
    'AI-made content earns nothing': ['La música generada por IA no se remunera.'],
    'the platform owns what AI features give': ['Los outputs de nuestras herramientas de IA nos pertenecen.'],
    'money and AI': ['Las canciones generadas con IA dan derecho a las mismas regalías.'],
    'users own what AI features give them': [
      'Conservas todos los derechos sobre las entradas y los resultados de las funciones de IA.',
    ],
    [NOTHING]: [
      'Los acordes generados por la IA pueden contener errores; revísalos antes de publicarlos.',
      'La formación de nuestro personal en protección de datos es anual.',
      'El entrenamiento vocal del coro es los martes.',
      'Recibirás un correo generado automáticamente.',
      'El modelo de contrato figura en el anexo.',
      'El aprendizaje de los alumnos se evalúa cada trimestre.',
      'Las respuestas de la IA pueden ser inexactas; compruébalas antes de fiarte de ellas.',
    ],
  },
  it: {
    'training permitted': [
      'I modelli addestrati prima della cancellazione dei tuoi brani non cambiano.',
      'Le tue registrazioni aiutano la nostra IA ad apprendere.',
      'La licenza comprende il diritto di usare i tuoi contenuti come dati di addestramento per l’IA generativa.',
      'Accetti che i tuoi contenuti siano usati per sviluppare e addestrare tecnologie di intelligenza artificiale.',
      'Usiamo le tue registrazioni per addestrare i nostri modelli di IA.',
      'Le tue pubblicazioni servono per l’addestramento della nostra intelligenza artificiale.',
      'I tuoi brani possono alimentare modelli di apprendimento automatico.',
      'Ci concedi il diritto di utilizzare i tuoi brani per finalità di addestramento di sistemi di IA generativa.',
    ],
    'no training': [
      'La nostra IA non impara dalle tue registrazioni.',
      'Questa licenza non ci autorizza ad addestrare modelli di IA sulle tue opere.',
      'Non addestriamo IA generativa sui contenuti dei nostri clienti.',
      'Le tue domande all’assistente non vengono usate per addestrare l’IA.',
      'I tuoi brani non vengono mai impiegati per addestrare un’IA.',
      'Nessuno dei tuoi provini è utilizzato nell’addestramento di modelli di intelligenza artificiale.',
      'Non addestriamo l’IA con le tue registrazioni.',
    ],
    'training only with consent': [
      'Solo con il tuo consenso esplicito usiamo i tuoi brani per addestrare l’IA.',
      'Senza la tua previa autorizzazione non utilizziamo i tuoi contenuti per addestrare l’IA.',
    ],
    'training unless one opts out': [
      'Se non vuoi che addestriamo l’IA con i tuoi brani, disattiva questa opzione nelle impostazioni.',
      'Puoi rifiutare in qualsiasi momento che i tuoi contenuti siano usati per addestrare l’IA.',
      'Dalle impostazioni puoi disattivare l’uso delle tue pubblicazioni per l’addestramento della nostra IA.',
    ],
    'training within limits': ['Usiamo dati anonimizzati sui tuoi ascolti per addestrare i nostri modelli di IA.'],
    'others may not train on or mine the platform': [
      'Nessuna parte della rivista può servire ad addestrare una IA.',
      'Gli utenti non possono usare i risultati per sviluppare modelli di IA concorrenti.',
      'Non puoi usare robot o altri mezzi automatizzati per raccogliere contenuti allo scopo di addestrare un’IA.',
      'Non è consentito utilizzare i contenuti del sito per addestrare sistemi di intelligenza artificiale.',
      'È fatto divieto di raccogliere le nostre pagine tramite bot per addestrare un’IA.',
      'L’editore si riserva i diritti di estrazione di testo e dati.',
      'È riservata l’estrazione di testo e di dati ai sensi dell’articolo 70-quater.',
    ],
    'AI-made content must be labelled': [
      'Indica al momento del caricamento se il brano è stato creato con l’IA.',
      'I brani generati dall’IA devono essere segnalati come tali.',
      'Devi indicare che la tua canzone è stata creata con un’IA.',
    ],
    'AI-made content is restricted': [
      'Ci riserviamo il diritto di rimuovere i brani generati dall’IA.',
      'Non si accettano album generati interamente dall’IA.',
      'Rifiutiamo la musica prodotta dall’intelligenza artificiale.',
    ],
    'imitating people with AI is restricted': [
      'Non puoi imitare con l’IA la voce di un altro artista senza il suo consenso.',
      'È vietato clonare la voce di un altro artista con l’IA senza il suo permesso.',
      'Sono vietati i deepfake di altri artisti.',
    ],
    'others may train': ['I nostri partner possono usare i tuoi contenuti per addestrare i loro modelli di IA.'],
    'AI-made content earns nothing': ['La musica generata dall’IA non viene remunerata.'],
    'the platform owns what AI features give': ['Gli output dei nostri strumenti di IA ci appartengono.'],
    'money and AI': ['I brani generati con l’IA danno diritto agli stessi compensi.'],
    'users own what AI features give them': [
      'Conservi tutti i diritti sugli input e sugli output delle funzioni di IA.',
    ],
    [NOTHING]: [
      'Gli accordi generati dall’IA possono contenere errori: controllali prima di pubblicarli.',
      'La formazione del nostro personale sulla protezione dei dati è annuale.',
      'L’allenamento vocale del coro si tiene il martedì.',
      'Riceverai un messaggio generato automaticamente.',
      'Il modello di contratto è allegato.',
      'L’apprendimento degli studenti è valutato ogni trimestre.',
    ],
  },
  pt: {
    'training permitted': [
      'Os modelos treinados antes de apagar as suas faixas não são afetados.',
      'As suas gravações ajudam a nossa IA a aprender.',
      'A licença inclui o direito de usar os seus conteúdos como dados de treino para a IA generativa.',
      'Você aceita que seus conteúdos sejam usados para desenvolver e treinar tecnologias de inteligência artificial.',
      'Usamos suas gravações para treinar nossos modelos de IA.',
      'As suas publicações servem para o treino da nossa inteligência artificial.',
      'As tuas músicas podem alimentar modelos de aprendizagem automática.',
      'Você nos concede o direito de utilizar suas faixas para fins de treinamento de sistemas de IA generativa.',
    ],
    'no training': [
      'A nossa IA não aprende com as suas gravações.',
      'Esta licença não nos autoriza a treinar modelos de IA com as suas obras.',
      'Não treinamos IA generativa com os conteúdos dos nossos clientes.',
      'Os diálogos com o assistente não são usados para treinar a IA.',
      'As suas faixas nunca são empregadas para treinar uma IA.',
      'Nenhuma das tuas maquetes é utilizada em treino de modelos de inteligência artificial.',
      'Não treinamos IA com as suas gravações.',
    ],
    'training only with consent': [
      'Não usaremos as tuas maquetes para treinar IA sem consentimento explícito dos autores.',
      'Só com o seu consentimento expresso usamos as suas faixas para treinar IA.',
      'Sem a sua autorização prévia não utilizamos os seus conteúdos para treinar a IA.',
    ],
    'training unless one opts out': [
      'Se não quiser que treinemos a IA com as suas faixas, desative esta opção nas configurações.',
      'Pode recusar a qualquer momento que os seus conteúdos sejam usados para treinar a IA.',
      'Nas configurações você pode desativar o uso de suas publicações para o treinamento da nossa IA.',
    ],
    'training within limits': ['Usamos dados anonimizados das suas audições para treinar nossos modelos de IA.'],
    'others may not train on or mine the platform': [
      'Nenhuma parte da revista pode servir para treinar uma IA.',
      'Os utilizadores não podem usar os resultados para desenvolver modelos de IA concorrentes.',
      'Você não pode usar robôs nem outros meios automatizados para coletar conteúdos a fim de treinar uma IA.',
      'Não é permitido utilizar os conteúdos do site para treinar sistemas de inteligência artificial.',
      'É vedada a coleta de nossas páginas por bots para treinar uma IA.',
      'A editora reserva-se os direitos de mineração de textos e dados.',
      'Fica reservada a prospeção de textos e dados.',
    ],
    'AI-made content must be labelled': [
      'Indique, ao carregar a faixa, se ela foi criada com IA.',
      'As faixas geradas por IA devem ser identificadas como tal.',
      'Tens de indicar que a tua música foi criada com uma IA.',
    ],
    'AI-made content is restricted': [
      'Reservamo-nos o direito de remover as faixas geradas por IA.',
      'Não são aceites álbuns gerados inteiramente por IA.',
      'Recusamos música produzida por inteligência artificial.',
    ],
    'imitating people with AI is restricted': [
      'Não pode imitar com IA a voz de outro artista sem o seu consentimento.',
      'É proibido clonar a voz de outro artista com IA sem a sua permissão.',
      'São proibidos os deepfakes de outros artistas.',
    ],
    'others may train': ['Nossos parceiros podem usar os seus conteúdos para treinar os modelos de IA deles.'],
    'AI-made content earns nothing': ['A música gerada por IA não é remunerada.'],
    'the platform owns what AI features give': ['Os outputs das nossas ferramentas de IA nos pertencem.'],
    'money and AI': ['As faixas geradas por IA dão direito à mesma remuneração.'],
    'users own what AI features give them': [
      'Você mantém todos os direitos sobre as entradas e saídas dos recursos de IA.',
    ],
    [NOTHING]: [
      'Os acordes gerados por IA podem conter informações fictícias.',
      'O treinamento dos nossos funcionários em proteção de dados é anual.',
      'O treino vocal do coro é às terças-feiras.',
      'Você receberá um e-mail gerado automaticamente.',
      'O modelo de contrato está em anexo.',
      'A aprendizagem dos alunos é avaliada a cada trimestre.',
      'As respostas da IA podem ser imprecisas; verifique-as antes de confiar nelas.',
    ],
  },
};

function statements(language: Language, text: string): Statement[] {
  const clause = { text, section: [], lead: '', key: sayKey(text) };
  const features = readFeatures(clause, patternsFor(language));
  return features === undefined ? [] : statementsOf(features);
}

for (const [language, said] of Object.entries(WORDINGS)) {
  describe(`in ${language}`, () => {
    for (const [name, texts] of Object.entries(said)) {
      for (const text of texts) {
        it(`“${name}”: ${text}`, () => {
          const all = statements(language as Language, text);
          const says = all.map((one) => one.says);
          if (name === NOTHING) {
            const major = all.filter((one) => one.weight === 'major').map((one) => one.says);
            assert.deepEqual(major, []);
          } else
            assert.ok(
              says.some((one) => one.startsWith(name)),
              `it says ${JSON.stringify(says)}`,
            );
        });
      }
    }
  });
}
