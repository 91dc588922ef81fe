/** Discord's error responses with their codes. */

/** The `errors` of a 50035: mirrors the request body, with `_errors` at each invalid field. */
export type ErrorTree = { _errors?: { code: string; message: string }[] } & { [field: string]: unknown };

const ERRORS = {
  'unknown-route': [404, 0, '404: Not Found'],
  'unknown-channel': [404, 10003, 'Unknown Channel'],
  'unknown-guild': [404, 10004, 'Unknown Guild'],
  'unknown-message': [404, 10008, 'Unknown Message'],
  'unknown-user': [404, 10013, 'Unknown User'],
  'unknown-webhook': [404, 10015, 'Unknown Webhook'],
  'unknown-interaction': [404, 10062, 'Unknown interaction'],
  'unknown-command': [404, 10063, 'Unknown application command'],
  'unknown-tag': [404, 10087, 'Unknown tag'],
  'already-crossposted': [400, 40033, 'This message has already been crossposted.'],
  'forum-wants-posts': [400, 40058, 'Cannot send a message in a forum channel'],
  'tag-required': [400, 40067, 'A tag is required to create a forum post in this channel'],
  'already-acknowledged': [400, 40060, 'Interaction has already been acknowledged.'],
  'missing-access': [403, 50001, 'Missing Access'],
  'not-author': [403, 50005, 'Cannot edit a message authored by another user'],
  'empty-message': [400, 50006, 'Cannot send an empty message'],
  'cannot-message-user': [403, 50007, 'Cannot send messages to this user'],
  'missing-permissions': [403, 50013, 'Missing Permissions'],
  'wrong-channel-type': [400, 50024, 'Cannot execute action on this channel type'],
  'webhook-token': [401, 50027, 'Invalid Webhook Token'],
  'invalid-body': [400, 50035, 'Invalid Form Body'],
  'thread-archived': [400, 50083, 'Thread is archived'],
  'not-json': [400, 50109, 'The request body contains invalid JSON.'],
  'too-large': [413, 40005, 'Request entity too large'],
  'thread-locked': [400, 160005, 'Thread is locked'],
  unauthorised: [401, 0, '401: Unauthorized'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

export class ApiError extends Error {
  readonly status: number;
  readonly body: { message: string; code: number; errors?: ErrorTree };
  constructor(reason: keyof typeof ERRORS, errors?: ErrorTree) {
    const [status, code, message] = ERRORS[reason];
    super(message);
    this.status = status;
    this.body = { message, code, ...(errors ? { errors } : {}) };
  }
}
