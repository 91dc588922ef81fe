/** The menu of a message with the message commands, opened by its "…" button or a right click. */
import { el } from './dom.js';

/** Minimum distance from the window edge. */
const EDGE_PX = 8;

/**
 * @param {{ commands(): { name: string; label: string }[]; onPick(name: string): void }} behaviour
 * @returns {{ button: HTMLElement; onContextMenu(event: MouseEvent): void }}
 */
export function messageMenu({ commands, onPick }) {
  const button = el(
    'button.more',
    { type: 'button', 'aria-label': 'Menu of this message', 'aria-haspopup': 'menu' },
    '…',
  );
  button.onclick = () => {
    const { right, bottom } = button.getBoundingClientRect();
    open({ right, top: bottom });
  };

  function open({ left, right, top }) {
    const items = commands().map(({ name, label }) =>
      el('button', { type: 'button', role: 'menuitem', value: name }, label),
    );
    const menu = el(
      'div.message-menu',
      // Not `auto`: the browser would close it when the right button is released.
      { role: 'menu', popover: 'manual', 'aria-label': 'Apps', tabIndex: -1 },
      el('p.small', {}, items.length > 0 ? 'Apps' : 'No app offers anything for a message.'),
      ...items,
    );
    menu.onclick = ({ target }) => {
      if (!items.includes(target)) return;
      button.focus();
      onPick(target.value);
    };
    menu.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') button.focus();
      else if (step) items.at((items.indexOf(document.activeElement) + step) % items.length)?.focus();
      else return;
      event.preventDefault();
    };
    // Closes when it loses focus.
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (menu.isConnected && !menu.contains(relatedTarget)) menu.remove();
    });
    document.body.append(menu);
    menu.showPopover();
    const from = left ?? right - menu.offsetWidth;
    menu.style.left = `${Math.max(Math.min(from, innerWidth - menu.offsetWidth - EDGE_PX), EDGE_PX)}px`;
    menu.style.top = `${Math.min(top, innerHeight - menu.offsetHeight - EDGE_PX)}px`;
    (items[0] ?? menu).focus();
  }

  return {
    button,
    onContextMenu(event) {
      // For links, pictures and selected text, the browser's own menu is more useful.
      if (event.target.closest('a, img') || !getSelection().isCollapsed) return;
      event.preventDefault();
      open({ left: event.clientX, top: event.clientY });
    },
  };
}
