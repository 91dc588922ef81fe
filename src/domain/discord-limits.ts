/** Discord's limits, each once. Characters unless said. Source: Discord's API documentation. */
export const DISCORD_LIMITS = {
  /** The text of a message outside of its embeds. */
  content: 2000,
  embedTitle: 256,
  embedUrl: 2048,
  embedDescription: 4096,
  embedFooter: 2048,
  /** Title, description, fields, footer and author of all embeds of a message together. */
  embedsTotal: 6000,
  /** Count. */
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  linkUrl: 512,
  attachmentDescription: 1024,
  /** Suggestions for a command option; count. */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  nonce: 25,
  /** Also the title of a forum post. */
  threadName: 100,
  /** Count. */
  tagsPerPost: 5,
  /** Messages returned by one request. */
  messagesPerPage: 100,
} as const;
