import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readConfig } from '../../src/bot/config.ts';

describe('configuration from the environment', () => {
  it('has defaults for everything but the token', () => {
    const result = readConfig({});
    assert.ok(result.status === 'ok');
    const { catalogDirs, ...rest } = result.config;
    assert.deepEqual(rest, {
      discordToken: undefined,
      discordApi: 'https://discord.com/api',
      storeUrl: 'sqlite:./data/clausewatch.db',
      policyCron: '17 * * * *',
      newsCron: '*/15 * * * *',
      digestCron: '0 9 * * 1',
      confirmAfterSeconds: 600,
      webPort: 8080,
      publicUrl: undefined,
      allowPrivateHosts: [],
      logLevel: 'info',
    });
    assert.equal(catalogDirs.length, 1);
    assert.match(catalogDirs[0] ?? '', /catalog$/);
  });

  it('finds the default catalog in a folder whose path holds spaces, commas and umlauts', async (t) => {
    const checkout = join(mkdtempSync(join(tmpdir(), 'clausewatch-config-')), 'mein Ordner, für dies');
    t.after(() => rmSync(join(checkout, '..'), { recursive: true }));
    mkdirSync(join(checkout, 'src/bot'), { recursive: true });
    const repository = fileURLToPath(new URL('../..', import.meta.url));
    cpSync(join(repository, 'src/bot/config.ts'), join(checkout, 'src/bot/config.ts'));
    cpSync(join(repository, 'package.json'), join(checkout, 'package.json'));
    symlinkSync(join(repository, 'node_modules'), join(checkout, 'node_modules'));
    const moved = await import(pathToFileURL(join(checkout, 'src/bot/config.ts')).href);
    assert.deepEqual(moved.readConfig({}).config.catalogDirs, [join(checkout, 'catalog')]);
  });

  it('splits lists at commas, treats empty values as not set and drops the API version', () => {
    const result = readConfig({
      CATALOG_DIR: 'catalog, mine ',
      FETCH_ALLOW_PRIVATE: '127.0.0.1:8000,localhost',
      DISCORD_TOKEN: '',
      DISCORD_API: 'http://127.0.0.1:4000/api/v10/',
      CONFIRM_AFTER: '0',
    });
    assert.ok(result.status === 'ok');
    assert.deepEqual(result.config.catalogDirs, ['catalog', 'mine']);
    assert.deepEqual(result.config.allowPrivateHosts, ['127.0.0.1:8000', 'localhost']);
    assert.equal(result.config.discordToken, undefined);
    assert.equal(result.config.discordApi, 'http://127.0.0.1:4000/api');
    assert.equal(result.config.confirmAfterSeconds, 0);
  });

  it('reports all faults together, each with its variable, and repeats no secret', () => {
    const result = readConfig({
      DISCORD_TOKEN: 'Bot s3cret-token',
      STORE_URL: 'postgres://user:passw0rd@host',
      DISCORD_API: 'discord.com',
      POLICY_CRON: 'every day',
      CONFIRM_AFTER: '-5',
      WEB_PORT: '99999',
      LOG_LEVEL: 'loud',
      CATALOG_DIR: ' , ',
    });
    assert.ok(result.status === 'faulty');
    const named = new Set(result.faults.map((fault) => fault.split(' ')[0]));
    assert.deepEqual(
      named,
      new Set([
        'DISCORD_TOKEN',
        'DISCORD_API',
        'STORE_URL',
        'CATALOG_DIR',
        'POLICY_CRON',
        'CONFIRM_AFTER',
        'WEB_PORT',
        'LOG_LEVEL',
      ]),
    );
    assert.doesNotMatch(result.faults.join('\n'), /s3cret|passw0rd/);
    assert.match(result.faults.join('\n'), /WEB_PORT must be a whole number from 0 to 65535 \(it is "99999"\)/);
  });

  it('shows no password of a URL, and sends none to websites', () => {
    const result = readConfig({ DISCORD_API: 'https://me:passw0rd@:x', PUBLIC_URL: 'https://me:passw0rd@me.example' });
    assert.ok(result.status === 'faulty');
    assert.deepEqual(result.faults, [
      'DISCORD_API must be an http(s) address',
      'PUBLIC_URL must not hold a user name or password',
    ]);
  });

  it('refuses a token with characters that no token has', () => {
    const result = readConfig({ DISCORD_TOKEN: 'tökén' });
    assert.ok(result.status === 'faulty');
    assert.deepEqual(result.faults, ['DISCORD_TOKEN must be plain letters, digits and signs']);
  });

  it('encodes PUBLIC_URL so that a header can hold it', () => {
    const result = readConfig({ PUBLIC_URL: 'https://me.example/über\r\nuns' });
    assert.ok(result.status === 'ok');
    assert.equal(result.config.publicUrl, 'https://me.example/%C3%BCberuns');
  });

  it('takes hosts for FETCH_ALLOW_PRIVATE, not URLs', () => {
    const result = readConfig({ FETCH_ALLOW_PRIVATE: 'localhost, http://10.0.0.1/' });
    assert.ok(result.status === 'faulty');
    assert.match(result.faults.join('\n'), /^FETCH_ALLOW_PRIVATE must be hosts/);
  });
});
