/** The schema itself: sound, and true of our example and of real exports. */

import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { packSchema } from '../../../sdk/pack/schema';
import { describeCorpus } from '../../support/corpus';
import { examplePack } from '../../support/example-pack';

const ajv = addFormats(
  new Ajv({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false }),
);
const validate = ajv.compile(packSchema);

describe('packSchema', () => {
  it('accepts the example', () => {
    expect([validate(examplePack()), validate.errors]).toEqual([true, null]);
  });

  it.each(['1.2.0', '1.3.0', '1.4.0', '1.5.0'])('accepts version %s', (version) => {
    expect(validate({ ...examplePack(), version })).toBe(true);
  });

  it.each(['1.1.0', '1.6.0', '', 1.5])('refuses version %s', (version) => {
    expect(validate({ ...examplePack(), version })).toBe(false);
  });

  it('lets unknown keys be: newer exports have more', () => {
    expect(validate({ ...examplePack(), novelty: true })).toBe(true);
  });
});

describeCorpus('real exports', (files) => {
  it('fit', () => {
    const unfit = files.filter(({ path }) => !validate(JSON.parse(readFileSync(path, 'utf8'))));
    expect(unfit).toEqual([]);
  });
});
