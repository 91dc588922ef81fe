/** The message box: plain words, or a slash command with its options. */
import { combobox } from './combobox.js';
import { commandForm } from './command-form.js';
import { commandAt, optionsAfter, optionsIn } from './command-line.js';
import { el } from './dom.js';

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} fields where the inputs go
 * @param {object} context
 * @param {() => object} context.state
 * @param {() => string} context.channelName
 * @param {(words: string) => Promise<void>} context.onSay
 * @param {(command: object, options: object) => Promise<void>} context.onAsk
 * @param {(question: object) => Promise<object[]>} context.onSuggest
 * @param {(words: string) => void} context.onTrouble
 */
export function createComposer(form, fields, { state, channelName, onSay, onAsk, onSuggest, onTrouble }) {
  let submit = () => {};

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  function plain({ focus = true } = {}) {
    const input = el('input', { id: 'words', type: 'text', maxLength: 2000, 'aria-label': 'Message' });
    const box = combobox(input, {
      suggest: async (typed) => suggestionsFor(typed, state().commands),
      onChoose: ({ command: chosen, given }) => command(chosen, given),
      onFailure: ({ message }) => onTrouble(message),
    });
    input.addEventListener('input', () => {
      const begun = commandAt(input.value, state().commands);
      // As in Discord: what has to be filled in is asked for as soon as the name is whole.
      if (begun?.rest === ' ' && begun.command.options[0]?.required) command(begun.command);
    });
    fields.replaceChildren(el('div.field.words', {}, input, box.list));
    rename(input);
    if (focus) input.focus();
    submit = () => sendWords(input);
  }

  function rename(input = fields.querySelector('#words')) {
    if (input) input.placeholder = `Message #${channelName()}, or type /`;
  }

  async function sendWords(input) {
    const words = input.value.trim();
    if (words === '') return;
    if (words.startsWith('/')) {
      const named = commandAt(words, state().commands);
      if (named === undefined) return onTrouble(`There is no command ${words}. Type / to see all of them.`);
      const given = optionsIn(named.rest, named.command.options);
      command(named.command, given);
      const whole = Object.values(given).every((value) => value !== '');
      return Object.keys(given).length > 0 && whole ? submit() : undefined;
    }
    input.value = '';
    await onSay(words);
  }

  /** @param {Record<string, string>} given what is filled in already, by option name */
  function command(chosen, given = {}) {
    const asked = commandForm(chosen, given, {
      state: state(),
      onCancel: plain,
      onSuggest,
      onTrouble,
      onComplete: () => form.querySelector('[type=submit]').focus(),
    });
    fields.replaceChildren(asked.element);
    asked.focus();
    submit = async () => {
      const options = await asked.values();
      if (options === undefined) return;
      plain();
      await onAsk(chosen, options);
    };
  }

  plain({ focus: false });
  return { rename };
}

/** Commands by what is typed of their name; behind a whole name, what can be filled in. */
function suggestionsFor(typed, commands) {
  if (!typed.startsWith('/')) return [];
  const begun = commandAt(typed, commands);
  if (begun?.rest) {
    const { command, rest } = begun;
    const { given, left } = optionsAfter(rest, command.options);
    return left.map(({ name, label, description }) => ({
      label: `${label}:`,
      detail: description,
      command,
      given: { ...given, [name]: '' },
    }));
  }
  const wanted = typed.slice(1).toLowerCase();
  return commands
    .filter(({ name, label }) => label.includes(wanted) || name.includes(wanted))
    .map((command) => ({ label: `/${command.label}`, detail: command.description, command }));
}
