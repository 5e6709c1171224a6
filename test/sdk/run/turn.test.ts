import { virtualClock } from '../../../sdk/run/clock';
import { allOf, newTurn } from '../../../sdk/run/turn';

describe('allOf', () => {
  const clock = () => virtualClock('2026-01-01T00:00:00.000Z');

  it('works on so many at once, each going on when nobody else does', async () => {
    const time = clock();
    const turn = newTurn();
    const happened: string[] = [];
    const since = time.now();
    const say = (what: string) => happened.push(`${what} ${(time.now() - since) / 1_000}`);
    await allOf(
      4,
      2,
      async (index) => {
        say(`${index} begins`);
        turn.give();
        await time.pause((4 - index) * 1_000);
        await turn.take();
        say(`${index} ends`);
      },
      turn,
    );
    expect(happened).toEqual([
      '0 begins 0',
      '1 begins 0',
      '1 ends 3',
      '2 begins 3',
      '0 ends 4',
      '3 begins 4',
      '2 ends 5',
      '3 ends 5',
    ]);
  });

  it('is one after the other where nobody waits', async () => {
    const order: number[] = [];
    await allOf(3, 3, async (index) => void order.push(index, index), newTurn());
    expect(order).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('starts none after a failure, and fails with the first when all have ended', async () => {
    const begun: number[] = [];
    const work = allOf(
      5,
      2,
      async (index) => {
        begun.push(index);
        if (index === 1) throw new Error('The first.');
      },
      newTurn(),
    );
    await expect(work).rejects.toThrow('The first.');
    expect(begun).toEqual([0, 1]);
  });
});
