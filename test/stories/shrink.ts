/** Makes a failing story smaller, as long as it still fails: what is left is what it takes. */

import type { Story } from './story';

/**
 * Gives the smallest story found that is still bad: without what it does not need, on the largest plan, with fewer
 * and earlier faults.
 * @param isBad Plays a story; true where it fails.
 */
export async function shrink(story: Story, isBad: (story: Story) => Promise<boolean>): Promise<Story> {
  let best = story;
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const candidate of simpler(best)) {
      if (!(await isBad(candidate))) continue;
      best = candidate;
      smaller = true;
      break;
    }
  }
  return best;
}

/** Stories that are one thing simpler; the largest savings first. */
function* simpler(story: Story): Generator<Story> {
  if (story.limited) yield { ...story, limited: false };
  if (story.night) yield { ...story, night: false };
  if (story.plan !== 'enterprise') yield { ...story, plan: 'enterprise' };
  for (const key of ['steps', 'faults', 'tableFaults'] as const) {
    const { length } = story[key];
    for (let size = length; size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at + size <= length; at += size) {
        yield { ...story, [key]: story[key].filter((_, index) => index < at || index >= at + size) };
      }
    }
  }
  // Steps name people by number, modulo how many there are, so the last one goes first.
  if (story.people.length > 1) yield { ...story, people: story.people.slice(0, -1) };
  for (const [index, person] of story.people.entries()) {
    for (const account of person.accounts) {
      yield withPerson(story, index, { accounts: person.accounts.filter((each) => each !== account) });
      if (account.adminBlocked) {
        const free = { ...account, adminBlocked: false };
        const accounts = person.accounts.map((each) => (each === account ? free : each));
        yield withPerson(story, index, { accounts });
      }
    }
    if (person.name !== `p${index}`) yield withPerson(story, index, { name: `p${index}` });
  }
  for (const [index, step] of story.steps.entries()) {
    if (step.do === 'deliver' && step.again) yield withStep(story, index, { ...step, again: false });
    if (step.do === 'wait' && step.minutes > 15) {
      yield withStep(story, index, { ...step, minutes: Math.floor(step.minutes / 2) });
    }
    if ('delivery' in step && step.delivery > 0) yield withStep(story, index, { ...step, delivery: 0 });
    if ('person' in step && step.person >= story.people.length) {
      yield withStep(story, index, { ...step, person: step.person % story.people.length });
    }
  }
  for (const key of ['faults', 'tableFaults'] as const) {
    for (const [index, fault] of story[key].entries()) {
      const less = (part: { after?: number; times?: number }) => ({
        ...story,
        [key]: story[key].map((each, at) => (at === index ? { ...fault, ...part } : each)),
      });
      if ((fault.after ?? 0) > 0) yield less({ after: (fault.after ?? 0) - 1 });
      if ((fault.times ?? 1) > 1) yield less({ times: (fault.times ?? 1) - 1 });
    }
  }
}

function withPerson(story: Story, index: number, part: Partial<Story['people'][number]>): Story {
  return { ...story, people: story.people.map((each, at) => (at === index ? { ...each, ...part } : each)) };
}

function withStep(story: Story, index: number, step: Story['steps'][number]): Story {
  return { ...story, steps: story.steps.map((each, at) => (at === index ? step : each)) };
}
