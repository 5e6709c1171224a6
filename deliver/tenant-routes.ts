/** `docs/tenants.md`: every route of the embedded tenants, and what it rests on. */

/** One route, as a tenant lists it. */
export interface DescribedRoute {
  /** `GET /api/v2/users/{id}`. */
  route: string;
  origin: 'contract' | 'recording' | 'documentation' | 'assumed';
  /** What was read, or what was assumed. */
  note: string;
}

const origins: Record<DescribedRoute['origin'], string> = {
  contract: 'API description',
  recording: 'recorded traffic',
  documentation: 'documentation',
  assumed: 'assumed',
};

/** The page; the tenants come in the order given. */
export function tenantsPage(tenants: Record<string, readonly DescribedRoute[]>): string {
  const sections = Object.entries(tenants).map(([name, routes]) =>
    [
      `## ${name}`,
      '',
      '| Route | Rests on | |',
      '|---|---|---|',
      ...routes.map(({ route, origin, note }) => `| \`${route}\` | ${origins[origin]} | ${cell(note)} |`),
      '',
    ].join('\n'),
  );
  return `${[
    '# Routes of the embedded tenants',
    '',
    'Made by `npm run docs`. `owf tenants` starts both tenants; any other route answers 501, and a run that asks for one fails.',
    'Where an API description has a route, requests and answers are checked against it in the tests.',
    '',
    ...sections,
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** A note as one cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
