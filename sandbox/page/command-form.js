/** The form of a slash command: required options are shown, optional ones can be added. */
import { combobox } from './combobox.js';
import { el } from './dom.js';
import { sourceOf } from './option-sources.js';

/** Discord's limit for options without `max_length`. */
const MAX_OPTION_LENGTH = 6000;

/**
 * @param {object} command
 * @param {Record<string, string>} typed initial values, by option name
 * @param {object} context
 * @param {object} context.state of the page
 * @param {() => void} context.onCancel
 * @param {() => void} context.onComplete called when no field is empty
 * @param {(question: object) => Promise<object[]>} context.onSuggest requests suggestions from the bot
 * @param {(words: string) => void} context.onTrouble
 * @returns {{ element: HTMLElement; focus(): void; values(): Promise<Record<string, string> | undefined> }}
 */
export function commandForm(command, typed, { state, onCancel, onComplete, onSuggest, onTrouble }) {
  const fields = [];
  const optional = el('span.optional');
  const filled = () => fields.filter(({ input }) => input.value !== '');
  const valuesOf = (list) => Object.fromEntries(list.map((field) => [field.option.name, field.value()]));

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
    el('button.as-link', { type: 'button', onclick: () => onCancel() }, 'Cancel'),
    optional,
  );

  function focus() {
    const empty = fields.find(({ input }) => input.value === '');
    if (empty) empty.input.focus();
    else onComplete();
  }

  function add(option) {
    const field = optionField(option, {
      source: sourceOf(option, state, (words) => {
        const others = valuesOf(filled().filter((one) => one.isSettled()));
        return onSuggest({ command: command.name, focused: option.name, options: { ...others, [option.name]: words } });
      }),
      onTrouble,
      onDone: focus,
    });
    fields.push(field);
    element.insertBefore(field.element, optional);
    return field;
  }

  for (const option of command.options) {
    if (option.required || option.name in typed) add(option).input.value = typed[option.name] ?? '';
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
      return valuesOf(filled());
    },
  };
}

/** One option: a text box, with suggestions if it has a source. */
function optionField(option, { source, onTrouble, onDone }) {
  const input = el('input', {
    type: 'text',
    'aria-label': `${option.label}: ${option.description}`,
    placeholder: option.description,
    maxLength: option.max_length ?? MAX_OPTION_LENGTH,
  });
  let chosen;
  const isChosen = () => chosen !== undefined && chosen.label === input.value;
  const value = () => (isChosen() ? chosen.value : input.value);
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

  /** Whether the value can be sent. */
  const isSettled = () => !source?.strict || isChosen();

  /** @returns why the value cannot be sent, if so. Text that matches only one suggestion counts as chosen. */
  async function fault() {
    if (input.value === '') return option.required ? `“${option.label}” is required.` : undefined;
    if (isSettled()) return undefined;
    const suggestions = await source.suggest(input.value);
    const exact = suggestions.find((suggestion) =>
      [suggestion.label, suggestion.value].some((name) => sameWords(name, input.value)),
    );
    chosen = exact ?? (suggestions.length === 1 ? suggestions[0] : undefined);
    if (chosen === undefined) return `Pick one of the suggestions for “${option.label}”.`;
    input.value = chosen.label;
    return undefined;
  }

  return { option, input, element, value, isSettled, fault };
}

const sameWords = (one, other) => one.toLowerCase() === other.toLowerCase();
