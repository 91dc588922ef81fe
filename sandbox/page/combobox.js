/** A text box with suggestions, for the mouse and for the keyboard (the combobox pattern of the ARIA practices). */
import { el } from './dom.js';

let count = 0;

/**
 * Adds suggestions to an input.
 * @param {HTMLInputElement} input
 * @param {{
 *   suggest(typed: string): Promise<{ label: string; detail?: string; value: string }[]>;
 *   onChoose(suggestion: { label: string; value: string }): void;
 *   onFailure(error: Error): void;
 * }} behaviour
 * @returns {{ list: HTMLElement; refresh(): Promise<void>; close(): void }}
 */
export function combobox(input, { suggest, onChoose, onFailure }) {
  count += 1;
  const list = el('ul.suggestions', { role: 'listbox', id: `suggestions-${count}`, hidden: true });
  let shown = [];
  let active = -1;
  let asked = 0;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const close = () => {
    asked += 1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const activate = (index) => {
    active = index;
    for (const [i, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(i === index));
    const item = list.children[index];
    if (!item) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  };

  const choose = (suggestion) => {
    close();
    onChoose(suggestion);
  };

  const show = (suggestions) => {
    shown = suggestions;
    list.replaceChildren(
      ...suggestions.map((suggestion, i) =>
        el(
          'li',
          {
            role: 'option',
            id: `${list.id}-${i}`,
            onpointermove: () => active !== i && activate(i),
            // Not `onclick`: the input would lose its focus first.
            onpointerdown: (event) => {
              event.preventDefault();
              choose(suggestion);
            },
          },
          el('span.label', {}, suggestion.label),
          suggestion.detail && el('span.detail', {}, suggestion.detail),
        ),
      ),
    );
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    activate(suggestions.length > 0 ? 0 : -1);
  };

  /** Answers that were overtaken by a later question are dropped. */
  const refresh = async () => {
    asked += 1;
    const question = asked;
    try {
      const suggestions = await suggest(input.value);
      if (question === asked && document.activeElement === input) show(suggestions);
    } catch (error) {
      if (question === asked) onFailure(error);
    }
  };

  input.addEventListener('input', () => {
    // What is shown answers what was typed before: Enter must not choose it any more.
    activate(-1);
    refresh();
  });
  input.addEventListener('focus', refresh);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden) {
      if (event.key === 'ArrowDown') refresh();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) activate((active + step + shown.length) % shown.length);
    else if (shown[active] && (event.key === 'Enter' || (event.key === 'Tab' && input.value !== '')))
      choose(shown[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { list, refresh, close };
}
