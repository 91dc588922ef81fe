/** Requests to the sandbox server, and its event stream. */

/** @throws Error with a message for the visitor. */
export async function post(path, body = {}) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error('The sandbox does not answer. Is it still running?');
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

export async function loadState() {
  return (await fetch('/state')).json();
}

/**
 * Listens to events. Events that arrive while `onOpen` runs wait for it, so none is lost while the state loads.
 * @param {Record<string, (data: any) => void>} listeners by event
 * @param {{ onOpen(): Promise<void>; onLost(): void }} handlers called when the connection opens and when it is lost
 */
export function listen(listeners, { onOpen, onLost }) {
  const source = new EventSource('/events');
  let ready = Promise.resolve();
  source.onerror = onLost;
  source.onopen = () => {
    ready = onOpen();
  };
  for (const [event, listener] of Object.entries(listeners)) {
    source.addEventListener(event, ({ data }) => ready.then(() => listener(JSON.parse(data))));
  }
}
