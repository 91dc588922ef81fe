/** The story panel: the days so far, what happened, and what the bot found. */
import { byId, el } from './dom.js';
import { link } from './markdown.js';

const MARKS = { alert: '●', quiet: '·', trouble: '⚠' };

/** @param {() => Promise<void>} onNextDay */
export function createStory(onNextDay) {
  const button = byId('next-day');
  button.onclick = async () => {
    button.disabled = true;
    button.textContent = 'The bot is polling…';
    await onNextDay();
  };
  return {
    show({ days, soFar }) {
      byId('day-count').textContent = `Day ${soFar.length} of ${days}`;
      const over = soFar.length >= days;
      button.disabled = over;
      button.textContent = over ? 'The story is over' : 'Next day';
      byId('days').replaceChildren(...soFar.map(dayElement).reverse());
    },
    showLinks(links) {
      byId('links').replaceChildren(...links.map(({ label, url }) => el('li', {}, link(url, [label]))));
    },
  };
}

/** Shows all findings of today; of earlier days, only alerts and trouble. */
function dayElement({ date, tells, findings }, index, all) {
  const today = index === all.length - 1;
  const shown = findings.filter(({ result }) => today || result !== 'quiet');
  const lines =
    shown.length > 0 ? shown.map(findingElement) : [el('li', {}, 'The bot polled and found nothing to alert.')];
  return el(
    'li.day',
    {},
    el('time', { dateTime: date }, dateWords(date)),
    el('p', {}, tells),
    el('ul.findings', { 'aria-label': 'What the bot found' }, ...lines),
  );
}

function dateWords(date) {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

function findingElement({ source, words, result }) {
  return el(
    `li.${result}`,
    {},
    el('span.mark', { 'aria-hidden': 'true' }, MARKS[result]),
    el('strong', {}, source),
    ` ${words}`,
  );
}
