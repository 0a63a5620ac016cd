import { describe, expect, it } from 'vitest';
import { redirection, type Visitor } from '#lib/ui/shell/guard.ts';

const master: Visitor = { kind: 'signed-in', role: 'master-administrator' };
const administrator: Visitor = { kind: 'signed-in', role: 'administrator' };
const technician: Visitor = { kind: 'signed-in', role: 'technician' };
const signedOut: Visitor = { kind: 'signed-out' };

describe('where a visitor is taken', () => {
  it('sets up before anything else', () => {
    expect(redirection({ kind: 'no-organization' }, { route: '/organization', search: '' })).toBe('/set-up/');
    expect(redirection({ kind: 'no-organization' }, { route: '/set-up', search: '' })).toBeNull();
  });

  it('comes back to the wanted page after signing in', () => {
    const gate = redirection(signedOut, { route: '/organization', search: '?select=group-12' });
    expect(gate).toMatch(/^\/sign-in\/\?next=/);
    const search = new URL(gate ?? '', 'http://here').search;
    expect(redirection(master, { route: '/sign-in', search })).toBe('/organization/?select=group-12');
  });

  it('never leaves the app, whatever the address says', () => {
    for (const next of [
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere',
      'javascript:alert(1)',
      '/a/../../b/'
    ]) {
      const search = `?${new URLSearchParams({ next })}`;
      expect(redirection(master, { route: '/sign-in', search })).toBe('/organization/');
    }
  });

  it('keeps technicians on their account, and administrators out of the global settings', () => {
    expect(redirection(technician, { route: '/organization', search: '' })).toBe('/account/');
    expect(redirection(technician, { route: '/account', search: '' })).toBeNull();
    expect(redirection(administrator, { route: '/settings', search: '' })).toBe('/organization/');
    expect(redirection(master, { route: '/settings', search: '' })).toBeNull();
  });

  it('says to everybody that an address is none', () => {
    const place = { route: '/not-found', search: '' };
    for (const visitor of [master, administrator, technician, signedOut, { kind: 'no-organization' } as const])
      expect(redirection(visitor, place)).toBeNull();
  });
});
