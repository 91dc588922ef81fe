/** Schemas of messages a bot may send, with Discord's limits. Unknown keys are dropped. */
import { z } from 'zod';
import { Upload } from './uploads.ts';
import { customIssue, requiredIssue } from './validate.ts';

const MAX_EMBED_CHARACTERS = 6000;
const COMPONENT = { row: 1, button: 2 } as const;
const LINK_STYLE = 5;

export const EPHEMERAL = 1 << 6;
export const LOADING = 1 << 7;
export const CROSSPOSTED = 1 << 0;

const id = z.string().regex(/^\d{17,20}$/);
const text = (most: number) => z.string().max(most);

const url = (most: number) =>
  text(most).superRefine((value, context) => {
    const { protocol } = URL.parse(value) ?? {};
    if (protocol === undefined) context.addIssue(customIssue('URL_TYPE_INVALID_URL', 'Not a well formed URL.'));
    else if (protocol !== 'http:' && protocol !== 'https:') {
      const scheme = protocol.slice(0, -1);
      context.addIssue(
        customIssue(
          'URL_TYPE_INVALID_SCHEME',
          `Scheme "${scheme}" is not supported. Scheme must be one of ('http', 'https').`,
        ),
      );
    }
  });

const embed = z
  .object({
    title: text(256).nullish(),
    description: text(4096).nullish(),
    url: url(2048).nullish(),
    color: z.int().min(0).max(0xffffff).nullish(),
    timestamp: z.string().nullish(),
    author: z.object({ name: text(256), url: url(2048).nullish() }).nullish(),
    footer: z.object({ text: text(2048) }).nullish(),
    fields: z
      .array(z.object({ name: text(256).min(1), value: text(1024).min(1), inline: z.boolean().nullish() }))
      .max(25)
      .nullish(),
    image: z.object({ url: url(2048) }).nullish(),
    thumbnail: z.object({ url: url(2048) }).nullish(),
  })
  .superRefine(({ title, description, author, footer, fields, image, thumbnail }, context) => {
    const something = title || description || author || footer || fields?.length || image || thumbnail;
    if (!something) context.addIssue(requiredIssue(['description']));
  });

const embeds = z
  .array(embed)
  .max(10)
  .superRefine((all, context) => {
    const total = all.reduce((sum, one) => sum + embedLength(one), 0);
    if (total > MAX_EMBED_CHARACTERS) {
      context.addIssue(
        customIssue('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_EMBED_CHARACTERS}`),
      );
    }
  });

function embedLength({ title, description, author, footer, fields }: z.output<typeof embed>): number {
  const texts = [title, description, author?.name, footer?.text, ...(fields ?? []).flatMap((f) => [f.name, f.value])];
  return texts.reduce((sum, one) => sum + (one?.length ?? 0), 0);
}

const button = z
  .object({
    type: z.literal(COMPONENT.button),
    style: z.int().min(1).max(LINK_STYLE),
    label: text(80).nullish(),
    custom_id: text(100).min(1).nullish(),
    url: url(512).nullish(),
    disabled: z.boolean().nullish(),
    emoji: z.object({ name: text(32).nullish() }).nullish(),
  })
  .superRefine(({ style, label, emoji, custom_id, url: link }, context) => {
    if (!label && !emoji) context.addIssue(requiredIssue(['label']));
    if (custom_id && link) {
      context.addIssue(
        customIssue(
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
          ['custom_id'],
        ),
      );
    } else if (style === LINK_STYLE && !link) context.addIssue(requiredIssue(['url']));
    else if (style !== LINK_STYLE && !custom_id) context.addIssue(requiredIssue(['custom_id']));
  });

const components = z
  .array(z.object({ type: z.literal(COMPONENT.row), components: z.array(button).min(1).max(5) }))
  .max(5)
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    for (const [r, row] of rows.entries()) {
      for (const [b, { custom_id }] of row.components.entries()) {
        if (!custom_id) continue;
        if (seen.has(custom_id)) {
          const path = [r, 'components', b, 'custom_id'];
          context.addIssue(
            customIssue('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', path),
          );
        }
        seen.add(custom_id);
      }
    }
  });

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['everyone', 'users', 'roles'])).nullish(),
    users: z.array(id).max(100).nullish(),
    roles: z.array(id).max(100).nullish(),
  })
  .superRefine(({ parse, users, roles }, context) => {
    for (const [name, listed] of Object.entries({ users, roles })) {
      if (listed?.length && parse?.some((kind) => kind === name)) {
        context.addIssue(
          customIssue(
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
          ),
        );
      }
    }
  });

/** New attachments carry their upload; an edit keeps those listed without one. */
const attachments = z
  .array(
    z.object({
      id: z.union([z.string(), z.int()]).transform(String),
      filename: text(1024).nullish(),
      description: text(1024).nullish(),
      upload: z.instanceof(Upload).optional(),
    }),
  )
  .max(10);

/** Emptiness is checked later, because an edit has only some of the fields. */
export const MESSAGE = z.object({
  content: text(2000).nullish(),
  embeds: embeds.nullish(),
  components: components.nullish(),
  attachments: attachments.nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.int().nullish(),
});

export const NEW_MESSAGE = MESSAGE.extend({
  nonce: z.union([z.int(), text(25)]).nullish(),
  enforce_nonce: z.boolean().nullish(),
});

export type MessageBody = z.output<typeof MESSAGE>;
export type AllowedMentions = NonNullable<MessageBody['allowed_mentions']>;
export type Embed = z.output<typeof embed>;
export type ActionRow = z.output<typeof components>[number];
export type Button = ActionRow['components'][number];
