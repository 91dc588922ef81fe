/** The message box: plain words, or a slash command with its options. */
import { combobox } from './combobox.js';
import { commandForm } from './command-form.js';
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
      suggest: async (typed) => commandsFor(typed, state().commands),
      onChoose: ({ value }) => command(state().commands.find(({ name }) => name === value)),
      onFailure: ({ message }) => onTrouble(message),
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
      const named = state().commands.find(({ name, label }) => words === `/${label}` || words === `/${name}`);
      if (named) return command(named);
      return onTrouble(`There is no command ${words}. Type / to see all of them.`);
    }
    input.value = '';
    await onSay(words);
  }

  function command(chosen) {
    const asked = commandForm(chosen, {
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

function commandsFor(typed, commands) {
  if (!typed.startsWith('/')) return [];
  const wanted = typed.slice(1).toLowerCase();
  return commands
    .filter(({ name, label }) => label.includes(wanted) || name.includes(wanted))
    .map(({ name, label, description }) => ({ label: `/${label}`, detail: description, value: name }));
}
