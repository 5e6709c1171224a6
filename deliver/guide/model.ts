/** The guide as data: sections of steps, each with what a person reads and what a machine can follow. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';

export interface Guide {
  title: string;
  version: string;
  /** The first lines: what one has in the end. */
  summary: Words[];
  sections: Section[];
  /** How each flow of the connector is built by hand, where it cannot be uploaded. */
  pages: FlowPage[];
}

/** A leg of the way. */
export interface Section {
  id: string;
  title: string;
  /** Where it happens, as the tab of the browser calls it. */
  place: Place | null;
  route: Route;
  intro: Words[];
  /** Steps, each with room to explain; or a list to tick off. */
  layout: 'steps' | 'checklist';
  steps: Step[];
  /** What no page settles, said plainly. */
  notes: Words[];
}

export type Place =
  | 'Auth0 Dashboard'
  | 'Connector Builder'
  | 'Okta Workflows'
  | 'Okta Admin Console'
  | 'Your terminal';

/** `main` is everybody's way; of the packs one is chosen; `undo` leads back. */
export type Route = 'main' | 'undo' | `pack:${string}`;

export interface FlowPage {
  /** The anchor of the page. */
  id: string;
  /** Its number in upload order, from 1. */
  number: number;
  name: string;
  file: string;
  steps: Step[];
}

/** Everything that a person can be told to do; each has a performer in the test that follows the page. */
export type StepKind =
  | 'auth0.application'
  | 'auth0.scopes'
  | 'auth0.credentials'
  | 'connector.create'
  | 'connector.settings'
  | 'connector.icon'
  | 'connector.authentication'
  | 'connector.parameter'
  | 'connector.upload'
  | 'connector.on'
  | 'connector.test'
  | 'connector.version'
  | 'connector.deploy'
  | 'connector.bind'
  | 'pack.import'
  | 'pack.table'
  | 'pack.connection'
  | 'pack.assign'
  | 'pack.on'
  | 'pack.endpoint'
  | 'pack.fill'
  | 'pack.run'
  | 'pack.live'
  | 'action.create'
  | 'action.deploy'
  | 'action.bind'
  | 'try.doctor'
  | 'try.login'
  | 'try.deactivate'
  | 'try.history'
  | 'try.profile'
  | 'try.refused'
  | 'undo.off'
  | 'undo.action'
  | 'undo.connection'
  | 'build.flow'
  | 'build.card'
  | 'build.save';

export interface Step {
  /** Never changes while the step is about the same thing: links and ticks hang on it. */
  id: string;
  kind: StepKind;
  /** What a machine needs to do it. */
  value: JsonObject;
  title: Words;
  body: Words[];
  /** What is entered, chosen or dragged. */
  entries: Entry[];
  /** A longer text to copy, such as code. */
  text: { label: string; language: string; value: string } | null;
  /** How it shows that it is done. */
  outcome: Words | null;
  /** Cards with blocks: what stands inside. */
  blocks: { title: string; steps: Step[]; gives: Entry[] }[];
}

/** One field of a dialog or card. */
export interface Entry {
  label: string;
  /** The heading it stands under. */
  group: string | null;
  /** `Text`, `List of Objects`; null where the dialog does not ask. */
  type: string | null;
  /** A field that one adds. */
  added: boolean;
  what: /** Typed or pasted. */
    | { do: 'type'; value: string }
    /** Picked from a list. */
    | { do: 'choose'; value: string }
    /** Dragged from a card before. */
    | { do: 'drag'; from: Drag }
    /** Left as it is. */
    | { do: 'leave' }
    /** What only the reader knows. */
    | { do: 'own'; what: string };
  /** A few words more. */
  hint: string;
}

/** An output of a card, as the designer shows it. */
export interface Drag {
  /** The card's number on the page. */
  card: number;
  title: string;
  output: string;
  /** Inside an object: the fields to open, outermost first. */
  path: string[];
}

/** A piece of running text. */
export type Word =
  | string
  /** As a button, tab or field is called. */
  | { ui: string }
  | { code: string }
  | { strong: string }
  | { link: string; to: string };

export type Words = readonly Word[];

/** Running text: say`Open ${ui('Connections')}.` */
export function say(texts: TemplateStringsArray, ...words: (Word | Words)[]): Words {
  const all = texts.flatMap((text, index) => {
    const word = words[index];
    return word === undefined ? [text] : [text, ...(isWords(word) ? word : [word])];
  });
  return all.filter((word) => word !== '');
}

export const ui = (name: string): Word => ({ ui: name });
export const code = (text: string): Word => ({ code: text });
export const strong = (text: string): Word => ({ strong: text });
export const link = (text: string, to: string): Word => ({ link: text, to });

/** `a, b and c`, each as the function makes it. */
export function listed(names: readonly string[], make: (name: string) => Word = ui): Words {
  return names.flatMap((name, index) => {
    const before = index === 0 ? [] : [index === names.length - 1 ? ' and ' : ', '];
    return [...before, make(name)];
  });
}

/** A step with what it has beside its bare words. */
export function step(
  id: string,
  kind: StepKind,
  value: JsonObject,
  title: Words,
  more: Partial<Pick<Step, 'body' | 'entries' | 'text' | 'outcome' | 'blocks'>> = {},
): Step {
  return { id, kind, value, title, body: [], entries: [], text: null, outcome: null, blocks: [], ...more };
}

/** A field with a text to type. */
export function typed(label: string, value: string, more: Partial<Entry> = {}): Entry {
  return entry(label, { do: 'type', value }, more);
}

/** A field with something to choose. */
export function chosen(label: string, value: string, more: Partial<Entry> = {}): Entry {
  return entry(label, { do: 'choose', value }, more);
}

export function entry(label: string, what: Entry['what'], more: Partial<Entry> = {}): Entry {
  return { label, what, group: null, type: null, added: false, hint: '', ...more };
}

/** `Sync Accounts` → `sync-accounts`. */
export function slug(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** A constant as one types it: texts as they are, everything else as JSON. */
export function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Running text without its marks, for titles. */
export function plain(words: Words): string {
  return words
    .map((word) => {
      if (typeof word === 'string') return word;
      if ('ui' in word) return word.ui;
      if ('code' in word) return word.code;
      return 'strong' in word ? word.strong : word.link;
    })
    .join('');
}

function isWords(word: Word | Words): word is Words {
  return Array.isArray(word);
}
