/** The sources of option suggestions: the bot, fixed choices, or channels, roles and members. */

const OPTION = { boolean: 5, user: 6, channel: 7, role: 8 };

/**
 * @returns the source, with `strict` if a suggestion must be picked; undefined for free text.
 * @param {object} option of a command
 * @param {object} state of the page
 * @param {(typed: string) => Promise<{ name: string; value: unknown }[]>} askBot
 */
export function sourceOf(option, state, askBot) {
  if (option.autocomplete) {
    return {
      // Suggestions are optional: any other text is sent too.
      strict: false,
      suggest: async (typed) => (await askBot(typed)).map(({ name, value }) => ({ label: name, value: String(value) })),
    };
  }
  const entities = entitiesFor(option, state);
  if (entities === undefined) return undefined;
  return {
    strict: true,
    suggest: async (typed) => {
      const query = typed.toLowerCase().replace(/^[#@]/, '');
      return entities.filter(({ label, value }) => label.toLowerCase().includes(query) || value === query).slice(0, 25);
    },
  };
}

function entitiesFor({ type, choices, channel_types: types }, { channels, roles, members }) {
  if (choices?.length > 0) return choices.map(({ name, value }) => ({ label: name, value: String(value) }));
  switch (type) {
    case OPTION.boolean:
      return ['true', 'false'].map((value) => ({ label: value, value }));
    case OPTION.channel:
      return channels
        .filter((channel) => !types || types.includes(channel.type))
        .map(({ id, name }) => ({ label: `#${name}`, value: id }));
    case OPTION.role:
      return roles.map(({ id, name }) => ({ label: name.startsWith('@') ? name : `@${name}`, value: id }));
    case OPTION.user:
      return members.map(({ id, name }) => ({ label: `@${name}`, value: id }));
    default:
      return undefined;
  }
}
