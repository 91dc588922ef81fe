/** What is typed after a slash in one line, such as `/alerts add platform: SoundCloud, Spotify when: weekly`. */

/**
 * @param {string} line
 * @param {object[]} commands
 * @returns {{ command: object; rest: string } | undefined} the command it begins with, by either name, and what stands behind it
 */
export function commandAt(line, commands) {
  const begun = commands.flatMap((command) =>
    [command.label, command.name]
      .filter((name) => line === `/${name}` || line.startsWith(`/${name} `))
      .map((name) => ({ command, name })),
  );
  const [longest] = begun.sort((a, b) => b.name.length - a.name.length);
  return longest && { command: longest.command, rest: line.slice(longest.name.length + 1) };
}

/**
 * What stands behind each option's name; words before any name belong to the first option.
 * @param {string} rest of the line
 * @param {object[]} options of the command
 * @returns {Record<string, string>} by option name; empty where a name has nothing behind it
 */
export function optionsIn(rest, options) {
  const given = {};
  if (options.length === 0) return given;
  const names = options.flatMap(({ name, label }) => [name, label]);
  // The colon may be left out after the first word alone: further on the word could be part of what is looked for.
  const named = new RegExp(String.raw`(?:^\s*(${names.join('|')})(?=:|\s|$):?|\s(${names.join('|')}):)`, 'giu');
  const found = [...rest.matchAll(named)];
  const before = rest.slice(0, found[0]?.index).trim();
  if (before !== '') given[options[0].name] = before;
  for (const [i, match] of found.entries()) {
    const wanted = (match[1] ?? match[2]).toLowerCase();
    const { name } = options.find((one) => one.name === wanted || one.label === wanted) ?? options[0];
    given[name] = rest.slice(match.index + match[0].length, found[i + 1]?.index).trim();
  }
  return given;
}

/** Options that may come next: not named yet, and begun by the last word. */
export function optionsAfter(rest, options) {
  const [, before, begun] = /^(.*?)(\S*)$/su.exec(rest);
  const given = optionsIn(before, options);
  const left = options.filter(({ name, label }) => !(name in given) && label.startsWith(begun.toLowerCase()));
  return { given, left };
}
