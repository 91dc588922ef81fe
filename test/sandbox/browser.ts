/** A real browser for the tests of the chat page. */
import chromiumBuild from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** The browser, or why it cannot start here (a machine without the libraries it links against). */
export async function openBrowser(): Promise<Browser | { missing: string }> {
  try {
    const executablePath = await chromiumBuild.executablePath();
    // Tests run as root in containers, where Chromium's own sandbox cannot be set up. The page under test is our own.
    return await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const [why] = /error while loading shared libraries.*/.exec(words) ?? words.split('\n');
    return { missing: `the browser cannot start here: ${why}` };
  }
}
