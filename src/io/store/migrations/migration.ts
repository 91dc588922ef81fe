/** What a migration is. Migrations are frozen: they import no domain types and spell out the shapes they knew. */

export type JsonObject = Record<string, unknown>;

export interface Migration {
  /** The schema version of the store afterwards. */
  version: number;
  /** SQL to run before the values are rewritten. */
  sql?: string;
  /**
   * By namespace: returns the value in its new shape. It must leave a value alone that it does not recognise. The namespaces that keep
   * compressed text (`versions`, `signal-versions`) cannot be rewritten this way.
   */
  rewrites: Readonly<Record<string, (value: JsonObject) => JsonObject>>;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
