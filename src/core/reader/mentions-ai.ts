/**
 * Words that mention AI, training or scraping, in six languages. A clause with one of them is always classified; judged.py counts what
 * this misses. A pattern is enough here: a word too many costs time and decides nothing.
 */
const AI_TERMS =
  /(?<![\p{L}\p{N}])(?:ai|a\.i|ia|ki|ml|llms?|gpt|genai|aigc|xai|openai)(?![\p{L}\p{N}])|artificial|artificiel|künstlich|machine[ -]?learning|apprentissage auto|maschinelles|aprendizaje auto|aprendizado|apprendimento|generativ|générativ|deep ?fake|synthetic|synthét|synthetisch|sintétic|neural|language model|train(?!s)|entraîn|entren|addestr|trein|scrap|crawl|data[ -]?mining|text and data|clon/iu;

/** Whether any of the texts mentions AI. Linear in their length. */
export const mentionsAi = (...texts: readonly string[]): boolean => texts.some((text) => AI_TERMS.test(text));
