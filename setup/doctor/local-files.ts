/** Whether the connection's secret, or anybody's, stands in local files: those that get imported, mailed, committed. */

import { connectionWithoutValues } from '../../sdk/lint/connection-without-values';
import { lintText } from '../../sdk/lint/index';
import { redactor } from '../../sdk/run/redact';
import { type Check, type LocalFile, ok, type Patient, wrong } from './check';

export const localFiles: Check = {
  id: 'local-files',
  after: [],
  look(patient) {
    const { files } = patient;
    if (files.length === 0) return ok('There are no files to search: nothing is built here.');
    const places = [...files.flatMap(secretsIn(patient)), ...files.flatMap(connectionsIn)];
    if (places.length === 0)
      return ok(
        `No secret in ${files.length === 1 ? 'the one file' : `the ${files.length} files`} searched.`,
      );
    return wrong(
      places.length === 1
        ? 'A secret stands in a file.'
        : `Secrets stand in files, in ${places.length} places.`,
      'Take it out, build again, and rotate the secret (Applications › the application › Settings › Rotate): it has been in a file.',
      places,
    );
  },
};

/** Where the client secret stands, in whichever writing: plain, JSON, URL, form, base64, or inside Basic credentials. */
function secretsIn({ clientId, clientSecret }: Patient): (file: LocalFile) => string[] {
  const secrets = redactor();
  secrets.learn(clientSecret, Buffer.from(`${clientId}:${clientSecret}`).toString('base64'));
  // The redactor hides whatever stands behind this word, whosever it is.
  const holds = (line: string) => {
    const plain = line.replaceAll(/basic/gi, '');
    return secrets.redact(plain) !== plain;
  };
  return ({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (holds(line) ? [`the client secret in ${path}, line ${index + 1}`] : []));
}

/** Packs whose connections carry values, as the linter finds them. */
function connectionsIn({ path, text }: LocalFile): string[] {
  if (!/\.(flow|folder|flopack)$/.test(path)) return [];
  return lintText(text, path)
    .filter(({ rule }) => rule === connectionWithoutValues.id)
    .map(({ pointer }) => `a connection's values in ${path}, ${pointer}`);
}
