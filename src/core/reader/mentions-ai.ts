/**
 * Words that name AI, training or scraping, in six languages. A clause with one of them is always looked at closely, and one without only
 * where the linear model holds it to be about AI all the same; judged.py counts what both leave out. It may stay a pattern, for it only lets
 * clauses through: a word too many costs time and decides nothing.
 */
const AI_TERMS =
  /(?<![\p{L}\p{N}])(?:ai|a\.i|ia|ki|ml|llms?|gpt|genai|aigc|xai|openai)(?![\p{L}\p{N}])|artificial|artificiel|künstlich|machine[ -]?learning|apprentissage auto|maschinelles|aprendizaje auto|aprendizado|apprendimento|generativ|générativ|deep ?fake|synthetic|synthét|synthetisch|sintétic|neural|language model|train(?!s)|entraîn|entren|addestr|trein|scrap|crawl|data[ -]?mining|text and data|clon/iu;

/** Whether a text, or any of several that belong together, names it. Takes time linear in its length. */
export const mentionsAi = (...texts: readonly string[]): boolean => texts.some((text) => AI_TERMS.test(text));
