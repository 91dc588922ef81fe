/** A text box with suggestions for mouse and keyboard (the ARIA combobox pattern). */
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
  let requestCount = 0;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const close = () => {
    requestCount += 1;
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
            // Not `onclick`, because the input would lose focus first.
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

  /** Drops answers that a later request has overtaken. */
  const refresh = async () => {
    requestCount += 1;
    const request = requestCount;
    try {
      const suggestions = await suggest(input.value);
      if (request === requestCount && document.activeElement === input) show(suggestions);
    } catch (error) {
      if (request === requestCount) onFailure(error);
    }
  };

  input.addEventListener('input', () => {
    // The list is outdated now, so Enter must not choose from it.
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
