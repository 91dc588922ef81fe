/** Where the suggestions for an option come from: the bot, its fixed choices, or the things of the server. */

const OPTION = { boolean: 5, user: 6, channel: 7, role: 8 };

/**
 * @returns what suggests, and whether one of the suggestions must be picked; nothing for free text.
 * @param {object} option of a command
 * @param {object} state of the page
 * @param {(typed: string) => Promise<{ name: string; value: unknown }[]>} askBot
 */
export function sourceOf(option, state, askBot) {
  if (option.autocomplete) {
    return {
      // What the bot suggests is a help: anything else that is typed goes to it as well.
      strict: false,
      suggest: async (typed) => (await askBot(typed)).map(({ name, value }) => ({ label: name, value: String(value) })),
    };
  }
  const things = thingsFor(option, state);
  if (things === undefined) return undefined;
  return {
    strict: true,
    suggest: async (typed) => {
      const wanted = typed.toLowerCase().replace(/^[#@]/, '');
      return things.filter(({ label, value }) => label.toLowerCase().includes(wanted) || value === wanted).slice(0, 25);
    },
  };
}

function thingsFor({ type, choices, channel_types: types }, { channels, roles, members }) {
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
