/** A slash command being filled in: the required options first, the others to be added. */
import { combobox } from './combobox.js';
import { el } from './dom.js';
import { sourceOf } from './option-sources.js';

/**
 * @param {object} command
 * @param {object} context
 * @param {object} context.state of the page
 * @param {() => void} context.onCancel
 * @param {() => void} context.onComplete nothing is left to be filled in
 * @param {(question: object) => Promise<object[]>} context.onSuggest asks the bot
 * @param {(words: string) => void} context.onTrouble
 * @returns {{ element: HTMLElement; focus(): void; values(): Promise<Record<string, string> | undefined> }}
 */
export function commandForm(command, { state, onCancel, onComplete, onSuggest, onTrouble }) {
  const fields = [];
  const optional = el('span.optional');
  const given = () =>
    Object.fromEntries(
      fields.filter(({ input }) => input.value !== '').map((field) => [field.option.name, field.value()]),
    );

  const element = el(
    'div.command',
    {
      onkeydown: (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      },
    },
    el('strong.command-name', {}, `/${command.label}`),
    el('span.command-about', {}, command.description),
    optional,
    el('button.as-link', { type: 'button', onclick: () => onCancel() }, 'Cancel'),
  );

  function focus() {
    const empty = fields.find(({ input }) => input.value === '');
    if (empty) empty.input.focus();
    else onComplete();
  }

  function add(option) {
    const field = optionField(option, {
      source: sourceOf(option, state, (typed) =>
        onSuggest({ command: command.name, focused: option.name, options: { ...given(), [option.name]: typed } }),
      ),
      onTrouble,
      onDone: focus,
    });
    fields.push(field);
    element.insertBefore(field.element, optional);
    return field;
  }

  for (const option of command.options) {
    if (option.required) add(option);
    else {
      const button = el('button.add', { type: 'button', title: option.description }, `+ ${option.label}`);
      button.onclick = () => {
        button.remove();
        add(option).input.focus();
      };
      optional.append(button);
    }
  }

  return {
    element,
    focus,
    async values() {
      for (const field of fields) {
        const fault = await field.fault();
        if (!fault) continue;
        onTrouble(fault);
        field.input.focus();
        return undefined;
      }
      return given();
    },
  };
}

/** One option: a text box, with suggestions where there are any. */
function optionField(option, { source, onTrouble, onDone }) {
  const input = el('input', {
    type: 'text',
    'aria-label': `${option.label}: ${option.description}`,
    placeholder: option.description,
  });
  let chosen;
  const value = () => (chosen && chosen.label === input.value ? chosen.value : input.value);
  const element = el('label.field', {}, el('span.option-name', {}, option.label), input);
  if (source) {
    const box = combobox(input, {
      suggest: source.suggest,
      onChoose(suggestion) {
        chosen = suggestion;
        input.value = suggestion.label;
        onDone();
      },
      onFailure: ({ message }) => onTrouble(message),
    });
    element.append(box.list);
  }

  /** What stands in the way of sending it. Something typed that is the name of a suggestion counts as chosen. */
  async function fault() {
    if (input.value === '') return option.required ? `“${option.label}” is required.` : undefined;
    if (!source?.strict || value() !== input.value) return undefined;
    const suggestions = await source.suggest(input.value);
    chosen = suggestions.find(({ label }) => label.toLowerCase() === input.value.toLowerCase());
    if (chosen === undefined) return `Pick one of the suggestions for “${option.label}”.`;
    input.value = chosen.label;
    return undefined;
  }

  return { option, input, element, value, fault };
}
