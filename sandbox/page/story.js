/** The panel beside the chat: which day it is, what the platform did, and what the bot made of it. */
import { byId, el } from './dom.js';
import { link } from './markdown.js';

const MARKS = { alert: '●', quiet: '·', trouble: '⚠' };

/** @param {() => Promise<void>} onNextDay */
export function createStory(onNextDay) {
  const button = byId('next-day');
  button.onclick = async () => {
    button.disabled = true;
    button.textContent = 'The bot is looking…';
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

/** Today in full; of the days before, what stood out. */
function dayElement({ date, tells, findings }, index, all) {
  const today = index === all.length - 1;
  const told = findings.filter(({ result }) => today || result !== 'quiet');
  const lines = told.length > 0 ? told.map(findingElement) : [el('li', {}, 'The bot looked, and kept quiet.')];
  return el(
    'li.day',
    {},
    el('time', { dateTime: date }, dateWords(date)),
    el('p', {}, tells),
    el('ul.findings', { 'aria-label': 'What the bot made of it' }, ...lines),
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
