/** Drives many stories at once: every core plays one, and what became of them comes in their own order. */

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Story } from './story';
import type { Told } from './told';

/**
 * Plays stories in threads of their own. Rejects where a thread ends before its story.
 * @param workers How many threads; what is told does not depend on it.
 * @param hear Told what became of each story, in the order of the stories.
 */
export async function drive(
  stories: readonly Story[],
  workers: number,
  hear: (told: Told, story: Story, index: number) => void,
): Promise<void> {
  const early = new Map<number, Told>();
  let next = 0;
  let heard = 0;
  const hearInOrder = (index: number, told: Told) => {
    early.set(index, told);
    for (let first = early.get(heard); first !== undefined; first = early.get(heard)) {
      const story = stories[heard];
      if (story !== undefined) hear(first, story, heard);
      early.delete(heard++);
    }
  };
  const playOn = async () => {
    if (next >= stories.length) return;
    const worker = new Worker(join(__dirname, 'run.cjs'));
    try {
      while (next < stories.length) {
        const index = next++;
        hearInOrder(index, await answer(worker, stories[index], index));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, stories.length) }, playOn));
}

function answer(worker: Worker, story: Story | undefined, index: number): Promise<Told> {
  return new Promise<Told>((resolve, reject) => {
    const lost = (reason: unknown) => reject(new Error(`The thread of story ${index} ended: ${reason}`));
    worker.removeAllListeners();
    worker.once('message', resolve).once('error', lost).once('exit', lost);
    worker.postMessage(story);
  });
}
