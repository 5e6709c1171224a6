/** The page in headless Chromium: it works offline, its buttons copy, and nothing overflows. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { guideFiles } from '../../../deliver/guide';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => existsSync(place));
const title = executablePath === undefined ? `the page [skipped: none of ${places.join(', ')}]` : 'the page';

// Jest shows titles of skipped tests only for a file run alone.
if (executablePath === undefined) process.stderr.write(`${title}\n`);

(executablePath === undefined ? describe.skip : describe)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'owf-guide-'));
  const file = join(folder, 'guide.html');
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, guideFiles('0.1.0').find(({ path }) => path === 'guide.html')?.text ?? '');
    // Without a sandbox of its own: in a container Chromium has none to offer.
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    context = await browser.newContext({ offline: true, permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('works offline, without an error, and asks nobody for anything', () => {
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  });

  it('copies what the button stands beside, to the last blank', async () => {
    const copied = async (selector: string) => {
      const button = page.locator(selector).first();
      await button.scrollIntoViewIfNeeded();
      await button.click();
      return page.evaluate('navigator.clipboard.readText()');
    };
    expect(await copied('#connector-create button.copy')).toBe('Auth0 Lifecycle');
    expect(await copied('#connector-parameter-client-secret button.copy >> nth=1')).toBe('client_secret');
    expect(await copied('#action-create figure button.copy')).toContain('exports.onExecutePostLogin');
    await page.locator('#build-http-helper > summary').click();
    expect(await copied('#build-http-helper button.copy[data-copy="Bearer "]')).toBe('Bearer ');
    expect(await page.locator('button.copy.done').count()).toBeGreaterThan(0);
  });

  it('copies also where the browser does not lend its clipboard', async () => {
    await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('no'))`);
    await page.locator('#action-create dl button.copy').first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Refuse users deactivated in Okta');
  });

  it.each([360, 1280])('overflows nowhere at %i px, with every flow open', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(`document.querySelectorAll('details').forEach((each) => (each.open = true))`);
    const wide = await page.evaluate(`
      [...document.querySelectorAll('body *')]
        .filter((each) => each.closest('pre') === null || each.tagName === 'PRE')
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
        .map((each) => each.outerHTML.slice(0, 120))`);
    expect(wide).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('begins with its title on a phone, and has the contents beside it on a wide screen', async () => {
    const places = async (width: number) => {
      await page.setViewportSize({ width, height: 900 });
      const box = (selector: string) => page.locator(selector).first().boundingBox();
      const [title, contents, section] = [await box('h1'), await box('nav.contents'), await box('section')];
      if (title === null || contents === null || section === null) throw new Error('Nothing is shown.');
      return { title, contents, section };
    };
    const phone = await places(360);
    expect(phone.title.y).toBeLessThan(phone.contents.y);
    expect(phone.contents.y).toBeLessThan(phone.section.y);
    const wide = await places(1280);
    expect(wide.contents.x + wide.contents.width).toBeLessThan(wide.title.x);
  });

  it('keeps the contents in sight on a wide screen', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(`document.getElementById('try').scrollIntoView()`);
    await expect(page.locator('nav.contents').boundingBox()).resolves.toMatchObject({ y: 0 });
    await page.waitForSelector('nav.contents a[aria-current][href="#try"]');
  });

  it('remembers what was ticked', async () => {
    await page.locator('#auth0-application-create .tick').check();
    await page.reload();
    expect(await page.locator('#auth0-application-create .tick').isChecked()).toBe(true);
    expect(await page.locator('.progress').innerText()).toBe('1 step done');
  });

  it('opens the flow that a link leads to', async () => {
    await page.locator('#upload a[href="#build-get-user"]').click();
    expect(await page.locator('#build-get-user').getAttribute('open')).not.toBeNull();
  });

  it('saves the icon as a PNG', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#connector-icon button.png').click(),
    ]);
    expect(download.suggestedFilename()).toBe('icon.png');
  });

  it('is readable in the dark: text stands out from its ground', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(Number(await page.evaluate(CONTRAST))).toBeGreaterThan(4.5);
    }
  });

  it('prints every flow, without its buttons', async () => {
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('button.copy').first().isVisible()).toBe(false);
  });
});

/** The least contrast between a text and its ground, as WCAG counts it. */
const CONTRAST = `
(() => {
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const color = element === null ? 'rgb(255, 255, 255)' : getComputedStyle(element).backgroundColor;
    return /rgba\\(.*, 0\\)/.test(color) ? ground(element.parentElement) : color;
  };
  const texts = [...document.querySelectorAll('.summary, .outcome, .note, .field dt, .hint, .own, code, .contents a, .mark, button.copy, .place, .type, .flow-file')];
  return Math.min(...texts.map((element) => {
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }));
})()`;
