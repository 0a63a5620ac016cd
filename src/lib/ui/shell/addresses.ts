/** Every address of the app, under whatever path it is served from. */
import { resolve } from '$app/paths';
import type { GroupId } from '#lib/domain/group.ts';

/** `path` begins and ends with a slash before its query, as pages are folders on the host. */
export function address(path: string): string {
  return resolve('/') + path.replace(/^\//, '');
}

export const addresses = {
  organization: (select?: string): string =>
    address(select ? `/organization/?select=${encodeURIComponent(select)}` : '/organization/'),
  importUsers: (groupId: GroupId): string => address(`/import/?group=${groupId}`),
  importTechnicians: (): string => address('/import-technicians/'),
  imports: (): string => address('/imports/'),
  account: (): string => address('/account/'),
  settings: (): string => address('/settings/'),
  audit: (): string => address('/audit/'),
  setUp: (): string => address('/set-up/'),
  signIn: (): string => address('/sign-in/')
} as const;
