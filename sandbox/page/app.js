/** The chat page: holds the state, shows the open channel, and sends the visitor's actions. */
import { listen, loadState, post } from './api.js';
import { createComposer } from './composer.js';
import { byId, el } from './dom.js';
import { createLanguages } from './languages.js';
import { messageElement, troubleElement } from './message.js';
import { createStory } from './story.js';

let state = await loadState();
let open = state.channels[0].id;
/** Channels with new messages, and how many of those ping the visitor. */
const unread = new Map();
/** Channel types whose messages are posts: forum and media. */
const FORUMS = new Set([15, 16]);
/** Error lines of this page, by channel. */
const troubles = new Map();

const names = {
  channel: (id) => state.channels.find((channel) => channel.id === id)?.name,
  role(id) {
    const role = state.roles.find((role) => role.id === id);
    return role && { ...role, yours: state.you.roles.includes(id) };
  },
  user: (id) => state.members.find((member) => member.id === id)?.name,
  command: ({ name, target_message_id: target }) =>
    target ? labelIn(state.messageMenu, name) : `/${labelIn(state.commands, name)}`,
};

const labelIn = (commands, name) => commands.find((command) => command.name === name)?.label ?? name;

const messagesIn = (channelId) => {
  state.messages[channelId] ??= [];
  return state.messages[channelId];
};

// ---- rendering ----------------------------------------------------------------------------------

function showServer() {
  byId('server-name').textContent = state.server;
  byId('bot-state').replaceChildren(
    el('span.dot', { 'aria-hidden': 'true' }),
    `${state.bot.name} is ${state.bot.online ? 'online' : 'offline'}`,
  );
  byId('bot-state').classList.toggle('online', state.bot.online);
  showChannels();
}

function showChannels() {
  const buttons = state.channels.map(({ id, name, type }) => {
    const news = unread.get(id);
    const button = el(
      'button.channel-link',
      { type: 'button', 'aria-current': id === open ? 'page' : undefined, onclick: () => openChannel(id) },
      el('span.hash', { 'aria-hidden': 'true' }, FORUMS.has(type) ? '▤' : '#'),
      name,
      news &&
        el('span.unread', { title: news.pings ? 'mentions you' : 'unread' }, news.pings ? String(news.pings) : ''),
    );
    if (news) button.classList.add('has-news');
    return el('li', {}, button);
  });
  byId('channels').replaceChildren(...buttons);
}

function openChannel(id) {
  open = id;
  unread.delete(id);
  const { name, topic } = state.channels.find((channel) => channel.id === id);
  byId('channel-name').textContent = `#${name}`;
  byId('channel-topic').textContent = topic;
  showChannels();
  showMessages();
  composer.updatePlaceholder();
}

function showMessages() {
  const lines = messagesIn(open).map(elementOf);
  const empty = el('p.empty', {}, `This is the beginning of #${names.channel(open)}.`);
  byId('messages').replaceChildren(empty, ...lines, ...(troubles.get(open) ?? []));
  scrollToEnd();
}

function elementOf(message) {
  return messageElement(message, names, {
    onPress: (customId) => tryAction(() => post('/press', { messageId: message.id, customId })),
    onDismiss: () => removeMessage(message.channel_id, message.id),
    menu: {
      commands: () => state.messageMenu,
      onPick: (command) => tryAction(() => post('/pick', { messageId: message.id, command })),
    },
  });
}

function showMessage(message) {
  const shown = byId('messages').querySelector(`[data-id="${CSS.escape(message.id)}"]`);
  if (shown) shown.replaceWith(elementOf(message));
  else {
    const element = elementOf(message);
    byId('messages').append(element);
    // A message taller than the view is shown from its top.
    if (element.offsetHeight > byId('messages').clientHeight) element.scrollIntoView();
    else scrollToEnd();
  }
}

/** Whether the view is scrolled to the end; it then stays there when the message box grows. */
let atEnd = true;
byId('messages').onscroll = ({ target }) => {
  atEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 40;
};
new ResizeObserver(() => atEnd && scrollToEnd()).observe(byId('messages'));

function scrollToEnd() {
  const log = byId('messages');
  log.scrollTop = log.scrollHeight;
}

/** Shows an error where the answer would have been. */
function showTrouble(words) {
  const line = troubleElement(words, () => {
    line.remove();
    troubles.set(
      open,
      (troubles.get(open) ?? []).filter((one) => one !== line),
    );
  });
  troubles.set(open, [...(troubles.get(open) ?? []), line]);
  byId('messages').append(line);
  scrollToEnd();
}

// ---- events -------------------------------------------------------------------------------------

function addMessage(message) {
  // The state that was just loaded may already contain it.
  if (messagesIn(message.channel_id).some(({ id }) => id === message.id)) return;
  messagesIn(message.channel_id).push(message);
  if (message.channel_id === open) return showMessage(message);
  const pings = message.mention_roles.some((id) => names.role(id)?.yours) ? 1 : 0;
  unread.set(message.channel_id, { pings: (unread.get(message.channel_id)?.pings ?? 0) + pings });
  showChannels();
}

function updateMessage(message) {
  const messages = messagesIn(message.channel_id);
  const index = messages.findIndex(({ id }) => id === message.id);
  if (index !== -1) messages[index] = message;
  if (message.channel_id === open) showMessage(message);
}

function removeMessage(channelId, messageId) {
  state.messages[channelId] = messagesIn(channelId).filter(({ id }) => id !== messageId);
  byId('messages')
    .querySelector(`[data-id="${CSS.escape(messageId)}"]`)
    ?.remove();
}

async function tryAction(action) {
  try {
    return await action();
  } catch (error) {
    showTrouble(error.message);
    return undefined;
  }
}

async function reload() {
  state = await loadState();
  byId('notice').hidden = true;
  showServer();
  languages.show(state.spoken);
  story.show(state.story);
  story.showLinks(state.links);
  openChannel(state.channels.some(({ id }) => id === open) ? open : state.channels[0].id);
}

// ---- start-up -----------------------------------------------------------------------------------

const composer = createComposer(byId('composer'), byId('fields'), {
  state: () => state,
  channelName: () => names.channel(open),
  onSay: (content) => tryAction(() => post('/say', { channelId: open, content })),
  onAsk: (command, options) => tryAction(() => post('/ask', { channelId: open, command: command.name, options })),
  onSuggest: async (question) => (await post('/autocomplete', { channelId: open, ...question })).choices,
  onTrouble: showTrouble,
});

const languages = createLanguages((changes) => tryAction(() => post('/speak', changes)));

const story = createStory(async () => {
  await tryAction(() => post('/next-day'));
  // Also after a failure, to enable the button again.
  story.show(state.story);
});

listen(
  {
    message: addMessage,
    edit: updateMessage,
    delete: ({ channelId, messageId }) => removeMessage(channelId, messageId),
    commands: (offered) => Object.assign(state, offered),
    spoken: (spoken) => {
      state.spoken = spoken;
      languages.show(spoken);
      showMessages();
    },
    bot: ({ online }) => {
      state.bot.online = online;
      showServer();
    },
    channels: reload,
    story: (news) => {
      state.story = news;
      story.show(news);
    },
  },
  {
    onLost() {
      byId('notice').textContent = 'The sandbox does not answer. Is it still running?';
      byId('notice').hidden = false;
    },
    onOpen: reload,
  },
);

const HINT_SEEN = 'clausewatch-hint-seen';
byId('hint').hidden = localStorage.getItem(HINT_SEEN) !== null;
byId('hint-close').onclick = () => {
  localStorage.setItem(HINT_SEEN, 'yes');
  byId('hint').hidden = true;
};
