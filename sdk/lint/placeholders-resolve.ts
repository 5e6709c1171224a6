/** Every placeholder of a Compose or Formula has an input, and every input a placeholder. */

import { nameCard } from '../pack/references';
import { fieldPlace, isFunction } from '../pack/walk';
import { aCard, anInput } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C13. */
export const placeholdersResolve: Rule = {
  id: 'placeholders-resolve',
  invariants: ['C13'],
  severity: 'error',
  sentence: 'Every placeholder of a Compose or Formula has an input, and every input a placeholder.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const { card } = place;
      if (!isFunction(card, 'string', 'compose') && !isFunction(card, 'math', 'expression')) continue;
      const inputs = Object.entries(card.node.model.inputs.data);
      const template = inputs.find(([, input]) => input.key === '_text_');
      // A text that is connected is only known when the card runs.
      if (template === undefined || typeof template[1].value.data !== 'string') continue;
      const [id, text] = [template[0], template[1].value.data];
      const named = new Set([...text.matchAll(/\{\{\{(.+?)\}\}\}/g)].map((match) => match[1] ?? ''));
      const keys = new Set(inputs.filter(([, { group }]) => group !== 'context').map(([, { key }]) => key));
      for (const key of named) {
        if (keys.has(key)) continue;
        report(
          fieldPlace(place, 'inputs', id, 'value', 'data'),
          `The text of ${nameCard(card)} has the placeholder {{{${key}}}}, and the card no input "${key}".`,
          'Add the input and connect it, or take the placeholder out.',
        );
      }
      for (const [other, { key, group }] of inputs) {
        if (key === '_text_' || group === 'context' || named.has(key)) continue;
        report(
          fieldPlace(place, 'inputs', other),
          `The input "${key}" of ${nameCard(card)} stands nowhere in its text.`,
          `Put {{{${key}}}} into the text, or remove the input.`,
        );
      }
    }
  },
  wrong: [
    {
      what: 'a placeholder without input',
      change(pack) {
        anInput(aCard(pack, 'string:compose'), '_text_').value.data += ' {{{nobody}}}';
      },
    },
    {
      what: 'an input without placeholder',
      change(pack) {
        anInput(aCard(pack, 'string:compose'), '_text_').value.data = 'Hello';
      },
    },
  ],
  right: [
    {
      what: 'two braces, which are plain text',
      change(pack) {
        anInput(aCard(pack, 'string:compose'), '_text_').value.data += ' {{plain}}';
      },
    },
  ],
};
