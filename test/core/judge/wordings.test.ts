/** The many ways in which platforms put the same statement. A wording that was missed gets its line here first. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language } from '../../../src/core/extract/language.ts';
import { readFeatures } from '../../../src/core/judge/features.ts';
import { patternsFor } from '../../../src/core/judge/lexicon.ts';
import { statementsOf } from '../../../src/core/judge/statements.ts';
import { sayKey } from '../../../src/core/normalise.ts';

const WORDINGS: Readonly<Record<Exclude<Language, 'nl'>, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    'training permitted': [
      'You agree that your Content may be used to inform, train, develop or serve as input to artificial intelligence or machine intelligence technologies or services.',
      'Content you share may be used for machine learning purposes.',
      'We may use User Content to develop, train, or enhance our artificial intelligence or machine learning models.',
      'The licence includes the right to use your content as training data for generative AI.',
      'You grant us a worldwide licence to use your recordings, including for the purpose of AI training.',
      'We and our affiliates use information you provide to build and improve AI models.',
      'Your uploads help our AI learn.',
      'We analyse your content with machine learning in order to improve our AI products.',
      'We use publicly available posts and the information you make public to train our generative AI models.',
      'You agree that we may process service data for product development, machine learning and artificial intelligence, including the training and tuning of algorithms and models.',
      'We may use your personal data to improve and develop products and services and to train artificial intelligence models.',
      'To develop AI and ML models, our systems analyse customer data submitted to the service.',
      'The licence includes the right to use content to improve the performance of machine learning models that enhance our moderation.',
      'We may use the songs you submit in order to train and improve our models.',
      'We use content from our services, including private messages where law allows, to develop large language models.',
      'Your feedback on AI answers may be used to train the assistant.',
    ],
    'no training': [
      'We do not use customer content to train AI models.',
      "Your music won't be used for AI training.",
      'Your private messages are not used to train our models.',
      "We commit to never training generative AI on artists' work.",
      'None of your uploads will be fed into generative AI systems.',
      'Audio, video and chat of our customers are not used to train our own or third-party artificial intelligence models.',
      "We don't train generative AI models on the content of our customers.",
      "We have never used, and will never use, artists' uploads for generative AI.",
      'Nothing in these terms permits us to train generative AI on your recordings.',
    ],
    'training only with consent': [
      'We will only use your music for AI training if you opt in.',
      'Your works are not licensed for AI training unless you choose to participate.',
      'Artists may opt in to have their catalogue used for training AI models.',
      'With your consent, we may use your recordings to train our AI.',
      "We don't train generative AI on your content unless you have submitted it to the marketplace.",
      'Your voice is used to train a model only after you have given explicit consent.',
      'Unless you opt in, your uploads are excluded from AI training.',
    ],
    'training unless one opts out': [
      'You can opt out of having your content used to train AI at any time in your settings.',
      'You can turn off the use of your data for AI training in Settings.',
      'If you do not want your content to be used for training AI, disable the "AI improvement" setting.',
      'Content of free plans is used for training our models by default; administrators can turn it off.',
      'You may opt out of product improvement and AI training in your account settings.',
      'We may use your Inputs and Outputs to train our models, unless you opt out of training.',
    ],
    'others may train': [
      'We may license your content to third parties for the training of AI models.',
      'Selected partners can use your recordings to train their generative models.',
      'We may share your data with AI companies so that they can train their models.',
      'We may license works of contributors to other companies for machine learning, and contributors share in the revenue.',
    ],
    'others are not let train': ['We will not sell or license your content to third parties for AI training.'],
    'others may not train on or mine the platform': [
      'No part of this site may be reproduced or used in any manner for the purpose of training artificial intelligence technologies.',
      'You may not use the content of the service to train, develop or improve any machine learning or AI system.',
      'Using our data to develop or train AI models is prohibited without our written permission.',
      'The use of content from this website for AI training is not permitted.',
      'We do not permit scraping of our platform for training generative AI.',
      'Members must not use any user content as an input for training a machine learning or AI model without the consent of the rightsholders.',
      'Content may not be used for any machine learning or artificial intelligence purposes, or for any technologies designed to identify natural persons.',
      'Work tagged with NoAI may not be used in datasets or as inputs to generative AI.',
      'Automated access for the purpose of collecting training data for AI systems is forbidden.',
      'Developers must not use the API to train AI models.',
    ],
    'the platform reserves text and data mining': [
      'All rights are reserved, including those for text and data mining, AI training and similar technologies.',
      'We expressly reserve our rights under Article 4(3) of the Directive on copyright with respect to text and data mining.',
      'The operator reserves all uses for text and data mining within the meaning of the law.',
    ],
    'AI-made content is restricted': [
      'We prohibit music that was generated entirely by AI.',
      'Music generated wholly or in substantial part by AI is not permitted on the platform.',
      'Fully AI-generated tracks are excluded from recommendations.',
      'You represent that your music was not created with generative AI.',
      'Stories that are generated by AI may not be placed behind the paywall.',
      'We remove music that was created with artificial intelligence and infringes the rights of others.',
      'Mass uploads of AI-generated tracks are treated as spam and removed.',
      'Your profile picture must show you and cannot be generated by AI.',
      'Accounts that publish mostly AI-generated content are not recommended to others.',
    ],
    'AI-made content must be labelled': [
      'You must disclose the use of AI in the creation of your track.',
      'When you deliver a release you must indicate whether generative AI was used to create the vocals.',
      'Releases made with AI have to be identified as such in the metadata.',
      'Sellers must disclose in the listing if an item was created with the use of AI.',
      'We require you to inform us whether the text, the images or the translations of your book are AI-generated.',
      'Creators must disclose altered or synthetic content that seems realistic.',
      'Games must describe how they use AI-generated assets before they are published.',
    ],
    'money and AI': [
      'Fully AI-generated music is not eligible for monetisation.',
      'We will pay artists whose recordings are used to train our models.',
      'AI-generated writing cannot be enrolled in the partner program and earns nothing.',
      'Contributors are compensated when their works are part of a dataset used for AI training.',
    ],
    'imitating people with AI is restricted': [
      'You may not upload AI vocals that mimic another artist without permission.',
      "Content that uses AI to clone an artist's voice without authorisation will be removed.",
      'Do not create digital replicas of anybody without their consent.',
      'Sexual deepfakes of other people are prohibited, even if they are shown only briefly.',
      'It is not allowed to use AI to make it look as if a real person said or did something they never did.',
      'You may not impersonate another artist, including by cloning their voice with AI.',
      'We take down AI voice clones on request of the person whose voice it is.',
    ],
    'AI decides, detects or recommends': [
      'Our algorithms and AI systems recommend music to listeners.',
      'We use artificial intelligence to moderate content.',
      'We use machine learning to estimate the age of members.',
    ],
    'rights in what goes into and comes out of AI features': [
      'As between you and us, you own all Output.',
      'We assign to you all our right, title and interest in the Output of our AI tools.',
      'You keep ownership of your Inputs, and we assign to you any rights we have in the Outputs.',
    ],
    'AI features': ['Our new AI playlist feature builds playlists from your prompts.'],
    'training within limits': ['We use aggregated and de-identified data to train machine learning models.'],
    'AI-made content is allowed': ['AI-assisted music is welcome as long as you hold all rights.'],
  },
  fr: {
    'training permitted': [
      'Vous acceptez que vos contenus soient utilisés pour entraîner des systèmes d’intelligence artificielle.',
      'Nous utilisons les données que vous fournissez pour développer et améliorer nos modèles d’IA.',
    ],
    'no training': ['Vos œuvres ne sont pas utilisées pour l’entraînement de modèles d’IA.'],
    'training unless one opts out': [
      'Vous pouvez vous opposer à l’utilisation de vos publications pour l’entraînement de l’IA.',
    ],
    'others may not train on or mine the platform': [
      'L’utilisateur s’engage à ne pas extraire les contenus à des fins de fouille de textes et de données ou d’entraînement de modèles d’intelligence artificielle.',
      'Toute extraction de données du site aux fins d’entraîner une intelligence artificielle est interdite.',
    ],
    'AI-made content must be labelled': ['Vous devez signaler tout contenu généré par une intelligence artificielle.'],
    'AI-made content is restricted': ['Les morceaux entièrement générés par IA sont interdits.'],
    'AI decides, detects or recommends': ['Nous utilisons l’intelligence artificielle pour détecter les fraudes.'],
  },
  de: {
    'training permitted': [
      'Sie stimmen zu, dass wir Ihre Inhalte zum Trainieren von KI-Modellen verwenden.',
      'Wir verwenden Ihre Daten, um unsere KI-Systeme zu entwickeln und zu verbessern.',
    ],
    'no training': ['Ihre Musik wird nicht für das Training von KI verwendet.'],
    'training only with consent': ['Ihre Musik wird nur mit Ihrer Zustimmung zum Training von KI verwendet.'],
    'training unless one opts out': ['Sie können der Nutzung Ihrer Inhalte für das KI-Training widersprechen.'],
    'others may not train on or mine the platform': [
      'Nutzer dürfen Inhalte nicht für Text und Data Mining oder das Training von KI-Systemen verwenden.',
      'Die Nutzung unserer Inhalte zum Training künstlicher Intelligenz ist nicht gestattet.',
    ],
    'AI-made content must be labelled': ['Mit KI erstellte Inhalte müssen gekennzeichnet werden.'],
    'AI-made content is restricted': ['KI-generierte Musik ist auf der Plattform nicht erlaubt.'],
    'AI decides, detects or recommends': ['Wir setzen künstliche Intelligenz ein, um Spam zu erkennen.'],
  },
  es: {
    'training permitted': ['Aceptas que tus contenidos se utilicen para entrenar sistemas de inteligencia artificial.'],
    'no training': ['Tu música no se utiliza para el entrenamiento de modelos de IA.'],
    'training unless one opts out': ['Puedes oponerte al uso de tus publicaciones para el entrenamiento de la IA.'],
    'others may not train on or mine the platform': [
      'No puedes extraer contenidos del servicio para entrenar modelos de inteligencia artificial.',
    ],
    'AI-made content must be labelled': ['Los contenidos creados con IA deben etiquetarse.'],
    'AI-made content is restricted': ['La música generada por IA no está permitida.'],
  },
  it: {
    'training permitted': [
      'Accetti che i tuoi contenuti vengano utilizzati per addestrare sistemi di intelligenza artificiale.',
    ],
    'no training': ['La tua musica non viene utilizzata per l’addestramento di modelli di IA.'],
    'training unless one opts out': ['Puoi opporti all’uso dei tuoi contenuti per l’addestramento dell’IA.'],
    'others may not train on or mine the platform': [
      'Non puoi estrarre contenuti dal servizio per addestrare modelli di intelligenza artificiale.',
    ],
    'AI-made content must be labelled': ['I contenuti creati con IA devono essere etichettati.'],
    'AI-made content is restricted': ['La musica generata da IA non è consentita.'],
  },
  pt: {
    'training permitted': [
      'Você concorda que seus conteúdos sejam usados para treinar sistemas de inteligência artificial.',
    ],
    'no training': ['A sua música não é usada para o treinamento de modelos de IA.'],
    'training unless one opts out': ['Você pode se opor ao uso dos seus conteúdos para o treinamento de IA.'],
    'others may not train on or mine the platform': [
      'Você não pode extrair conteúdos do serviço para treinar modelos de inteligência artificial.',
    ],
    'AI-made content must be labelled': ['Os conteúdos criados com IA devem ser identificados.'],
    'AI-made content is restricted': ['A música gerada por IA não é permitida.'],
  },
};

for (const [language, statements] of Object.entries(WORDINGS)) {
  for (const [said, texts] of Object.entries(statements)) {
    describe(`“${said}” in ${language}`, () => {
      for (const text of texts) {
        it(text, () => {
          const clause = { text, section: [], lead: '', key: sayKey(text) };
          const features = readFeatures(clause, patternsFor(language as Language));
          const says = features === undefined ? [] : statementsOf(features).map((one) => one.says);
          assert.ok(
            says.some((one) => one.startsWith(said)),
            `it says ${JSON.stringify(says)}`,
          );
        });
      }
    });
  }
}
