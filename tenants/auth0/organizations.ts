/** Organizations and their members. */

import type { Auth0OrganizationSeed, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { checkBody } from './body-rules';
import { apiError, noSuchUser } from './errors';
import type { ApiRoute } from './guard';
import { CHECKPOINT_RULES, checkpointOf, PAGE_RULES, pageOf } from './paging';
import { checkQuery, type QueryRule } from './query';
import { type Directory, selectFields } from './user';

export interface Organization {
  id: string;
  name: string;
  display_name: string;
  /** User ids. */
  members: Set<string>;
}

/** By id. */
export type Organizations = Map<string, Organization>;

/** Throws where an id is there twice or a member is not in the directory. */
export function seedOrganizations(
  seeds: readonly Auth0OrganizationSeed[],
  directory: ReadonlyMap<string, unknown>,
): Organizations {
  const organizations: Organizations = new Map();
  for (const { id, name, display_name = name, members = [] } of seeds) {
    if (organizations.has(id)) throw new Error(`Two Auth0 organizations of the world have the id ${id}.`);
    const stranger = members.find((member) => !directory.has(member));
    if (stranger !== undefined) {
      throw new Error(`The member ${stranger} of the Auth0 organization ${id} is not in the world.`);
    }
    organizations.set(id, { id, name, display_name, members: new Set(members) });
  }
  return organizations;
}

export function leaveOrganizations(organizations: Organizations, userId: string): void {
  for (const { members } of organizations.values()) members.delete(userId);
}

export function organizationRoutes(directory: Directory, organizations: Organizations): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/users/{id}/organizations',
      scopes: ['read:organizations'],
      handle(request) {
        const { id = '' } = request.params;
        const complaint = checkQuery(request, PAGE_RULES);
        if (complaint) return complaint;
        if (!directory.has(id)) return noSuchUser;
        const own = [...organizations.values()].filter(({ members }) => members.has(id));
        return pageOf(own.map(showOrganization), 'organizations', request);
      },
    },
    {
      method: 'GET',
      path: '/organizations/{id}/members',
      scopes: ['read:organization_members'],
      handle: (request) => listMembers(directory, organizations, request),
    },
    {
      method: 'DELETE',
      path: '/organizations/{id}/members',
      scopes: ['delete:organization_members'],
      handle: (request) => removeMembers(organizations, request),
    },
  ];
}

const MEMBER_RULES: Record<string, QueryRule> = {
  ...PAGE_RULES,
  ...CHECKPOINT_RULES,
  fields: { type: 'string' },
  include_fields: { type: 'boolean' },
};

/**
 * A member is shown by id, e-mail, picture and name, as recorded in auth0/go-auth0. By page number or, where `from` or
 * `take` is given, by checkpoint: Auth0's own clients ask that way.
 */
function listMembers(directory: Directory, all: Organizations, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, MEMBER_RULES);
  if (complaint) return complaint;
  const organization = all.get(request.params.id ?? '');
  if (!organization) return noSuchOrganization;
  const { fields, include_fields: include, from, take } = request.query;
  const members = [...organization.members].flatMap((id): { id: string; profile: JsonObject }[] => {
    const user = directory.get(id);
    return user ? [{ id, profile: user.profile }] : [];
  });
  const show = ({ profile }: { profile: JsonObject }) =>
    selectFields(selectFields(profile, 'user_id,email,picture,name', true), fields, include !== 'false');
  return from === undefined && take === undefined
    ? pageOf(members.map(show), 'members', request)
    : checkpointOf(members, show, 'members', request);
}

/** 204 whether or not they were members. UNDOCUMENTED how many a call takes; assumed: 10, as when adding. */
function removeMembers(all: Organizations, request: TenantRequest): TenantAnswer {
  const checked = checkBody(request.body, { members: { type: 'strings', required: true, maximum: 10 } });
  if ('refused' in checked) return checked.refused;
  const organization = all.get(request.params.id ?? '');
  if (!organization) return noSuchOrganization;
  const { members } = checked.fields;
  for (const id of Array.isArray(members) ? members : []) organization.members.delete(String(id));
  return { status: 204 };
}

function showOrganization({ id, name, display_name }: Organization): JsonObject {
  return { id, name, display_name };
}

const noSuchOrganization = apiError(
  404,
  'No organization found by that id or name',
  'inexistent_organization',
);
