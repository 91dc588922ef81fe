/** Renders a message as Discord does: author, time, text, embeds, buttons, and a note on ephemeral ones. */
import { el } from './dom.js';
import { yourLocale } from './languages.js';
import { inlineMarkdown, link, markdown } from './markdown.js';
import { messageMenu } from './message-menu.js';

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const LINK_STYLE = 5;
const BUTTON_STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary' };

/**
 * @param {object} message as in Discord's API, with `onlyForYou`, and with `thread` if it is in one
 * @param {object} names
 * @param {{ onPress(customId: string): Promise<void>; onDismiss(): void; menu: Parameters<typeof messageMenu>[0] }} actions
 */
export function messageElement(message, names, { onPress, onDismiss, menu }) {
  const { author, interaction_metadata: asked, flags } = message;
  const pingsYou = (message.mention_roles ?? []).some((id) => names.role(id)?.yours);
  const onlyYou = (flags & EPHEMERAL) !== 0;
  // Ephemeral messages have no menu in Discord either.
  const more = onlyYou ? undefined : messageMenu(menu);
  const classes = ['article.message', pingsYou && 'pings', onlyYou && 'only-you'].filter(Boolean).join('.');
  return el(
    classes,
    { 'data-id': message.id, oncontextmenu: more?.onContextMenu },
    message.thread && threadElement(message.thread),
    asked &&
      asked.type === 2 &&
      el('p.asked', {}, `${names.user(asked.user.id)} used `, el('span', {}, names.command(asked))),
    el(
      'header',
      {},
      el('span.avatar', { 'aria-hidden': 'true' }, (names.user(author.id) ?? '?').charAt(0)),
      el('strong.author', {}, names.user(author.id) ?? author.username),
      author.bot && el('span.tag', {}, 'APP'),
      timeElement(message.timestamp),
      more?.button,
    ),
    (flags & LOADING) !== 0 && el('p.small', {}, `${author.username} is thinking…`),
    message.content !== '' && el('div.content', {}, ...markdown(message.content, names), edited(message)),
    ...(message.attachments ?? []).map(attachmentElement),
    ...message.embeds.map((embed) => embedElement(embed, names)),
    ...message.components.map((row) => rowElement(row, onPress)),
    onlyYou && el('footer.note', {}, 'Only you can see this · ', dismissButton(onDismiss)),
  );
}

/** The name of the post or thread, with its tags. */
function threadElement({ name, tags }) {
  return el('h2.thread-name', {}, name, ...tags.map((tag) => el('span.thread-tag', {}, tag)));
}

/** An error line of the page itself. */
export function troubleElement(words, onDismiss) {
  return el(
    'article.message.only-you.trouble',
    { role: 'alert' },
    el('p', {}, words),
    el('footer.note', {}, 'Only you can see this · ', dismissButton(onDismiss)),
  );
}

function dismissButton(onDismiss) {
  return el('button.as-link', { type: 'button', onclick: onDismiss }, 'Dismiss message');
}

function timeElement(timestamp) {
  const date = new Date(timestamp);
  const words = new Intl.DateTimeFormat(yourLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  return el('time', { dateTime: timestamp }, words);
}

/** A picture with its alt text; a click opens it in full size. */
function attachmentElement({ filename, description, content_type: type, url, width, height }) {
  const { pathname } = new URL(url);
  if (!type?.startsWith('image/')) return el('p.small', {}, filename);
  const picture = el('img', { src: pathname, alt: description ?? '', width, height, title: description });
  return el('a.attachment', { href: pathname, target: '_blank', rel: 'noopener' }, picture);
}

const edited = ({ edited_timestamp: when, interaction_metadata: asked }) =>
  when && !asked && el('span.small', {}, '(edited)');

function embedElement(embed, names) {
  const { title, url, description, color, author, fields, footer, image } = embed;
  const heading = title && inlineMarkdown(title, names);
  const element = el(
    'section.embed',
    {},
    author && el('p.small', {}, author.url ? link(author.url, [author.name]) : author.name),
    heading && el('h3.embed-title', {}, ...(url ? [link(url, heading)] : heading)),
    description && el('div.description', {}, ...markdown(description, names)),
    fields?.length > 0 && el('dl.fields', {}, ...fields.map((field) => fieldElement(field, names))),
    image && el('p.small', {}, link(image.url, ['picture'])),
    footer && el('footer.small', {}, footer.text),
  );
  if (typeof color === 'number') element.style.borderInlineStartColor = `#${color.toString(16).padStart(6, '0')}`;
  return element;
}

function fieldElement({ name, value, inline }, names) {
  const classes = inline ? 'div.inline' : 'div';
  return el(classes, {}, el('dt', {}, ...inlineMarkdown(name, names)), el('dd', {}, ...markdown(value, names)));
}

function rowElement({ components }, onPress) {
  return el('div.buttons', {}, ...components.map((button) => buttonElement(button, onPress)));
}

function buttonElement({ style, label, emoji, url, custom_id: customId, disabled }, onPress) {
  const words = [emoji?.name, label].filter(Boolean).join(' ');
  const look = BUTTON_STYLES[style] ?? 'secondary';
  if (style === LINK_STYLE && !disabled) {
    const element = link(url, [words, el('span', { 'aria-hidden': 'true' }, ' ↗')]);
    element.className = `button ${look}`;
    return element;
  }
  const element = el(`button.button.${look}`, { type: 'button', disabled: disabled === true }, words);
  element.onclick = async () => {
    element.disabled = true;
    element.setAttribute('aria-busy', 'true');
    await onPress(customId);
    element.disabled = disabled === true;
    element.removeAttribute('aria-busy');
  };
  return element;
}
