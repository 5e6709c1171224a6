import { field, helperFlow, number } from '../../../sdk/dsl';
import { checkPack } from '../../../sdk/run/checked-pack';
import { virtualClock } from '../../../sdk/run/clock';
import { createOrg } from '../../../sdk/run/org';
import { ImportRefused } from '../../../sdk/run/org-error';
import { seededRandom } from '../../../sdk/run/random';
import { answers, packOf, START } from './support/orgs';

const twice = helperFlow({
  name: 'Twice',
  description: 'Doubles a number.',
  inputs: { n: field.number() },
  outputs: { twice: field.number() },
  body: ({ n }) => ({ twice: number.add({ a: n, b: n }).output }),
});

const newOrg = () =>
  createOrg({ clock: virtualClock(START), random: seededRandom('test'), transport: answers(200, {}) });

it('is one for many orgs, and each has flows of its own', async () => {
  const pack = checkPack(packOf(twice), 'twice.folder');
  const [one, other] = [newOrg(), newOrg()];
  for (const org of [one, other]) org.import(pack, 'twice.folder');
  one.activate('Twice');
  expect((await one.run('Twice', { n: 21 })).outputs).toEqual({ twice: 42 });
  await expect(other.run('Twice', { n: 21 })).rejects.toThrow('The flow "Twice" is off.');
});

it('is refused where a reference is broken, as the import of the file is', () => {
  const pack = packOf(twice);
  const [flow] = Object.values(pack.data.flos);
  const [edge = ''] = Object.keys(flow?.data?.orderings ?? {});
  if (flow?.data) flow.data.orderings[edge] = ['nowhere', 'else'];
  expect(() => checkPack(pack, 'broken.folder')).toThrow(ImportRefused);
  expect(() => newOrg().import(pack, 'broken.folder')).toThrow(ImportRefused);
});
