/** Parses bodies with files (`multipart/form-data`): each file is added to the attachment with its number. */
import { ApiError } from './api-error.ts';

/** A class, so that no JSON body can pass for one. */
export class Upload {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;

  constructor(filename: string, contentType: string, bytes: Buffer) {
    this.filename = filename;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  /** In pixels; undefined unless the file is a PNG. */
  get size(): { width: number; height: number } | undefined {
    if (!this.bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return undefined;
    return { width: this.bytes.readUInt32BE(16), height: this.bytes.readUInt32BE(20) };
  }
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const FILE_FIELD = /^files\[(\d{1,2})\]$/;

/** @throws ApiError 50109 when the JSON part is invalid */
export async function parseMultipart(bytes: Buffer, contentType: string): Promise<unknown> {
  const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw new ApiError('not-json');
    });
  const payload = parseJsonPart(form.get('payload_json'));
  // Interaction responses have the message in `data`, forum posts in `message`.
  const message = [payload.data, payload.message].find(isRecord) ?? payload;
  const named = Array.isArray(message.attachments) ? message.attachments.filter(isRecord) : [];
  for (const [field, file] of form) {
    const number = FILE_FIELD.exec(field)?.[1];
    if (number === undefined || typeof file === 'string') continue;
    const upload = new Upload(file.name, file.type, Buffer.from(await file.arrayBuffer()));
    const attachment = named.find(({ id }) => String(id) === number);
    if (attachment) attachment.upload = upload;
    else named.push({ id: number, upload });
  }
  if (named.length > 0) message.attachments = named;
  return payload;
}

function parseJsonPart(part: ReturnType<FormData['get']>): Record<string, unknown> {
  try {
    const parsed: unknown = typeof part === 'string' ? JSON.parse(part) : {};
    if (isRecord(parsed)) return parsed;
  } catch {
    // Falls through to the error below.
  }
  throw new ApiError('not-json');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
