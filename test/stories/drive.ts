/** Drives many stories at once: every core plays one, and what became of them comes in their own order. */

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Story } from './story';
import type { Told } from './told';

/**
 * Plays stories in processes of their own: native modules bear no threads that end. Rejects where one ends before its
 * story.
 * @param workers How many processes; what is told does not depend on it.
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
    // Whatever made this process may have set arguments that only its own program understands.
    const worker = fork(join(__dirname, 'child.cjs'), { execArgv: [] });
    try {
      while (next < stories.length) {
        const index = next++;
        hearInOrder(index, await answer(worker, stories[index], index));
      }
    } finally {
      // With nobody to hear it, it ends.
      worker.disconnect();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, stories.length) }, playOn));
}

function answer(worker: ChildProcess, story: Story | undefined, index: number): Promise<Told> {
  return new Promise<Told>((resolve, reject) => {
    const lost = (reason: unknown) => reject(new Error(`The process of story ${index + 1} ended: ${reason}`));
    worker.removeAllListeners();
    // Only a worker's answer comes this way.
    worker.once('message', (told) => resolve(told as Told));
    worker.once('error', lost).once('exit', (code, signal) => lost(signal ?? code));
    worker.send(story as object);
  });
}
