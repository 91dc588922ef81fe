/** The message box: plain text, or a slash command with its options. */
import { combobox } from './combobox.js';
import { commandForm } from './command-form.js';
import { commandAt, optionsAfter, optionsIn } from './command-line.js';
import { el } from './dom.js';

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} fields container of the inputs
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

  function showTextBox({ focus = true } = {}) {
    const input = el('input', { id: 'words', type: 'text', maxLength: 2000, 'aria-label': 'Message' });
    const box = combobox(input, {
      suggest: async (typed) => suggestionsFor(typed, state().commands),
      onChoose: ({ command: chosen, given }) => command(chosen, given),
      onFailure: ({ message }) => onTrouble(message),
    });
    input.addEventListener('input', () => {
      const started = commandAt(input.value, state().commands);
      // As in Discord, the form opens once the name is complete and options are required.
      if (started?.rest === ' ' && started.command.options[0]?.required) command(started.command);
    });
    fields.replaceChildren(el('div.field.words', {}, input, box.list));
    updatePlaceholder(input);
    if (focus) input.focus();
    submit = () => sendWords(input);
  }

  function updatePlaceholder(input = fields.querySelector('#words')) {
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
      const isComplete = Object.values(given).every((value) => value !== '');
      return Object.keys(given).length > 0 && isComplete ? submit() : undefined;
    }
    input.value = '';
    await onSay(words);
  }

  /** @param {Record<string, string>} given initial values, by option name */
  function command(chosen, given = {}) {
    const commandFields = commandForm(chosen, given, {
      state: state(),
      onCancel: showTextBox,
      onSuggest,
      onTrouble,
      onComplete: () => form.querySelector('[type=submit]').focus(),
    });
    fields.replaceChildren(commandFields.element);
    commandFields.focus();
    submit = async () => {
      const options = await commandFields.values();
      if (options === undefined) return;
      showTextBox();
      await onAsk(chosen, options);
    };
  }

  showTextBox({ focus: false });
  return { updatePlaceholder };
}

/** Suggests commands by name; after a complete name, its options. */
function suggestionsFor(typed, commands) {
  if (!typed.startsWith('/')) return [];
  const started = commandAt(typed, commands);
  if (started?.rest) {
    const { command, rest } = started;
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
