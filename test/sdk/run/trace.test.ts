import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant } from '../../../sdk/run/trace';

describe('trace', () => {
  const source = readFileSync(join(__dirname, '../../../sdk/run/trace.ts'), 'utf8');
  const examples = [...source.matchAll(/@example (.*)\n/g)].map(([, text = '']) => text);
  const types = [...source.matchAll(/^ {2}type: '(.*)';$/gm)].map(([, type]) => type);

  it('has an example of every event, in order, and each is JSON', () => {
    const parsed = examples.map((text) => JSON.parse(text));
    expect(parsed.map(({ type }) => type)).toEqual(types);
    for (const event of parsed) {
      expect(Object.keys(event).slice(0, 4)).toEqual(['type', 'at', 'run', 'flow']);
    }
  });

  it('writes instants as ISO-8601', () => {
    expect(instant(0)).toBe('1970-01-01T00:00:00.000Z');
  });
});
