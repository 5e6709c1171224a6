/** The page: whole by itself, with every value as text, whatever it holds. */

import { guideFiles } from '../../../deliver/guide';
import { escaped } from '../../../deliver/guide/escape';
import { guidePage } from '../../../deliver/guide/html';
import { type Guide, say, step, typed } from '../../../deliver/guide/model';
import { stepsOf, unescaped } from './page';

const page = guideFiles('0.1.0').find(({ path }) => path === 'guide.html')?.text ?? '';
const NASTY = `</script><img src=x onerror="alert('1')">&amp;\n\`line two\` \\ end `;

it('escapes so that a browser reads what was meant', () => {
  expect(unescaped(escaped(NASTY))).toBe(NASTY);
  expect(escaped(NASTY)).not.toMatch(/[<>"'\n]/);
});

it('keeps every value text, wherever it is printed', () => {
  const nasty = step('an-id', 'connector.create', { name: NASTY }, say`${NASTY}`, {
    body: [say`${{ code: NASTY }}${{ ui: NASTY }}${{ strong: NASTY }}${{ link: NASTY, to: '#x' }}`],
    entries: [typed(NASTY, NASTY, { group: NASTY, type: NASTY, hint: NASTY })],
    text: { label: NASTY, language: 'js', value: NASTY },
    outcome: say`${NASTY}`,
    blocks: [{ title: NASTY, steps: [], gives: [typed(NASTY, NASTY)] }],
  });
  const guide: Guide = {
    title: NASTY,
    version: NASTY,
    summary: [say`${NASTY}`],
    sections: [
      {
        id: 'a-section',
        title: NASTY,
        place: null,
        route: 'main',
        intro: [say`${NASTY}`],
        layout: 'steps',
        steps: [nasty],
        notes: [say`${NASTY}`],
      },
    ],
    pages: [{ id: 'a-page', number: 1, name: NASTY, file: NASTY, steps: [] }],
  };
  const html = guidePage(guide);
  expect(html).not.toContain('<img src=x');
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(stepsOf(html)).toEqual([
    { id: 'an-id', kind: 'connector.create', route: 'main', value: { name: NASTY } },
  ]);
});

it('loads nothing: neither style nor script nor image from anywhere', () => {
  const sources = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, to = '']) => unescaped(to));
  expect(sources.length).toBeGreaterThan(20);
  for (const source of sources)
    expect(source).toMatch(/^(#[a-z0-9-]+|data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+)$/);
  expect(page).not.toMatch(/@import|url\(|<iframe|<object|<embed|<form/);
  expect(page).toContain(`default-src 'none'`);
});

it('leads nowhere that is not there', () => {
  const ids = new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  for (const [, target] of page.matchAll(/\shref="#([^"]*)"/g)) expect(ids).toContain(target);
});

it('can copy every value that is typed', () => {
  const copies = [...page.matchAll(/data-copy="([^"]*)"/g)].map(([, text = '']) => unescaped(text));
  expect(copies).toEqual(
    expect.arrayContaining(['Auth0 Lifecycle', 'client_secret', 'read:users', 'Bearer ']),
  );
  expect(copies.some((text) => text.includes('onExecutePostLogin'))).toBe(true);
});

it('is the same page twice', () => {
  expect(guideFiles('0.1.0')).toEqual(guideFiles('0.1.0'));
});
