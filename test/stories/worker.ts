/** One worker of a drive: plays the stories it is handed, one after the other. */

import { play } from './play';
import type { Story } from './story';
import { noCounts, type Told } from './told';

/** Answers each story with what became of it, until the drive lets go of this process. */
export function work(): void {
  process.on('message', async (story: Story) => process.send?.(await told(story)));
}

/** Plays a story. What breaks the player is a failure of the story, so that it is printed and can be played again. */
export async function told(story: Story): Promise<Told> {
  try {
    return await play(story);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { wrong: [`the story could not be played: ${reason}`], counts: noCounts() };
  }
}
