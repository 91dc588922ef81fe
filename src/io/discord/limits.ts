/** Discord's limits, each once. Characters unless said. Source: Discord's documentation (message, application commands). */
export const DISCORD_LIMITS = {
  /** What a message says outside of embeds. */
  content: 2000,
  embedTitle: 256,
  embedUrl: 2048,
  embedDescription: 4096,
  embedFooter: 2048,
  /** Title, description, fields, footer and author of all embeds of a message together. */
  embedsTotal: 6000,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  linkUrl: 512,
  attachmentDescription: 1024,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  nonce: 25,
  threadName: 100,
} as const;
