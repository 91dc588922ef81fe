/** Parses a slash command typed in one line, such as `/alerts add platform: SoundCloud, Spotify when: weekly`. */

/**
 * @param {string} line
 * @param {object[]} commands
 * @returns {{ command: object; rest: string } | undefined} the command the line starts with, by name or label, and the rest
 */
export function commandAt(line, commands) {
  const started = commands.flatMap((command) =>
    [command.label, command.name]
      .filter((name) => line === `/${name}` || line.startsWith(`/${name} `))
      .map((name) => ({ command, name })),
  );
  const [longest] = started.sort((a, b) => b.name.length - a.name.length);
  return longest && { command: longest.command, rest: line.slice(longest.name.length + 1) };
}

/**
 * The value after each option name; text before the first name belongs to the first option.
 * @param {string} rest of the line
 * @param {object[]} options of the command
 * @returns {Record<string, string>} by option name; empty when nothing follows the name
 */
export function optionsIn(rest, options) {
  const given = {};
  if (options.length === 0) return given;
  const names = options.flatMap(({ name, label }) => [name, label]);
  // The colon is optional only after the first word: later, the word could be part of a value.
  const named = new RegExp(String.raw`(?:^\s*(${names.join('|')})(?=:|\s|$):?|\s(${names.join('|')}):)`, 'giu');
  const found = [...rest.matchAll(named)];
  const before = rest.slice(0, found[0]?.index).trim();
  if (before !== '') given[options[0].name] = before;
  for (const [i, match] of found.entries()) {
    const typedName = (match[1] ?? match[2]).toLowerCase();
    const { name } = options.find((option) => option.name === typedName || option.label === typedName) ?? options[0];
    given[name] = rest.slice(match.index + match[0].length, found[i + 1]?.index).trim();
  }
  return given;
}

/** The values so far, and the unused options that start with the last word. */
export function optionsAfter(rest, options) {
  const [, before, started] = /^(.*?)(\S*)$/su.exec(rest);
  const given = optionsIn(before, options);
  const left = options.filter(({ name, label }) => !(name in given) && label.startsWith(started.toLowerCase()));
  return { given, left };
}
