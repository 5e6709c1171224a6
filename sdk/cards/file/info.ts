/** File > Info. */

import { card } from '../card';
import { field } from '../field';
import { readFile, sizeOf } from '../file-content';

const groupRules = { File: { extensible: false, reserved: {}, index: 0, type: 'object' } };

export const info = card('filefunctions@1.0.37:info', {
  title: 'Info',
  category: 'File',
  summary: 'Gives the name, size and dates of a file.',
  established: 'inferred',
  header: { executable: true, timeout: 30_000 },
  ports: { inputs: { rules: {}, groupRules }, outputs: { rules: {}, groupRules } },
  inputs: { content: field.file(undefined, { key: 'File Content', group: 'File', required: true }) },
  outputs: {
    filename: field.text(undefined, { key: 'Filename', group: 'File' }),
    extension: field.text(undefined, { key: 'Extension', group: 'File' }),
    size: field.number(undefined, { key: 'Size', group: 'File' }),
    created: field.date(undefined, { key: 'Created', group: 'File' }),
    updated: field.date(undefined, { key: 'Updated', group: 'File' }),
  },
  examples: [
    {
      inputs: {
        content: {
          name: 'users.csv',
          content: 'é\n',
          created: '2024-01-01T00:00:00.000Z',
          updated: '2024-01-02T00:00:00.000Z',
        },
      },
      outputs: {
        filename: 'users.csv',
        extension: 'csv',
        size: 3,
        created: '2024-01-01T00:00:00.000Z',
        updated: '2024-01-02T00:00:00.000Z',
      },
      source: 'assumed',
    },
    { inputs: { content: 'an id' }, error: '"File Content" holds no file', source: 'assumed' },
  ],
  run({ content }) {
    const file = readFile(content, 'File Content');
    const dot = file.name.lastIndexOf('.');
    return {
      filename: file.name,
      extension: dot < 0 ? '' : file.name.slice(dot + 1),
      size: sizeOf(file.content),
      created: file.created,
      updated: file.updated,
    };
  },
});
