import { progress } from '../../scripts/progress';
import type { TraceEvent } from '../../sdk/run/trace';

const event = (type: 'card' | 'request'): TraceEvent =>
  // Only what the line shows is needed of an event here.
  ({ type, at: '2026-01-01T00:00:00.000Z', run: 'run-1', flow: 'Main' }) as TraceEvent;

describe('progress', () => {
  const play = (isTTY: boolean) => {
    let text = '';
    let now = 0;
    const line = progress({ write: (part) => (text += part), isTTY }, () => now);
    for (const type of ['card', 'card', 'request'] as const) {
      now += 300;
      line.saw(event(type));
    }
    line.done();
    return text;
  };

  it('writes one line over and over, now and then, and takes it away', () => {
    const clear = '\r\u001b[K';
    expect(play(true)).toBe(`${clear}2 cards, 0 requests, 2026-01-01T00:00:00.000Z in "Main"${clear}`);
  });

  it('is silent where nobody looks', () => {
    expect(play(false)).toBe('');
  });
});
