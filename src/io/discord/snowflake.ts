/** Discord's ids are digits. What is none must not become part of an address that is asked with the bot's token. */
export const isSnowflake = (words: string): boolean => /^\d{1,20}$/.test(words);
