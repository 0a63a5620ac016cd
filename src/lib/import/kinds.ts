/** The two kinds of import, as data (specification: Importing users). A third kind is a third entry here. */
import type { columnIds, importKindIds } from './stored-names.ts';

export type ImportKindId = (typeof importKindIds)[number];

export type ColumnId = (typeof columnIds)[number];

export interface ImportColumn {
  readonly id: ColumnId;
  /** The header as templates write it; compared without regard to case and white space. */
  readonly header: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

export interface ImportKind {
  readonly id: ImportKindId;
  readonly columns: readonly ImportColumn[];
  /** 'from-settings': the rows allowed in one technicians file. */
  readonly rowLimit: 'none' | 'from-settings';
  /** 'chosen': always one chosen group. 'chosen-or-column': the chosen group wins; without one the Tech Group ID column decides. */
  readonly group: 'chosen' | 'chosen-or-column';
  /** What a technician gets where the kind has no such column. */
  readonly defaults: {
    readonly nickname: string;
    readonly ssoId: string;
    readonly description: string;
    readonly enabled: boolean;
    readonly standardLicense: boolean;
    readonly mobileLicense: boolean;
  };
}

const column = (id: ColumnId, header: string, required: boolean, aliases: readonly string[] = []): ImportColumn => ({
  id,
  header,
  aliases,
  required
});

const defaults = {
  nickname: '',
  ssoId: '',
  description: '',
  enabled: true,
  standardLicense: true,
  mobileLicense: false
} as const;

const EMAIL_ALIASES = ['Email address'];

const agentsWorkbook: ImportKind = {
  id: 'agents-workbook',
  columns: [
    column('name', 'Name', true),
    column('email', 'Email', true, EMAIL_ALIASES),
    column('password', 'Password', true)
  ],
  rowLimit: 'none',
  group: 'chosen',
  defaults
};

const techniciansFile: ImportKind = {
  id: 'technicians-file',
  columns: [
    column('name', 'Name', true),
    column('nickname', 'Nickname', false),
    column('email', 'Email', true, EMAIL_ALIASES),
    column('ssoId', 'Single Sign-On ID', false, ['SSO ID', 'Single sign on ID']),
    column('description', 'Description', false),
    column('password', 'Password', true),
    column('enabled', 'Enabled', true, ['(technician is) Enabled']),
    column('standardLicense', 'Standard License', true, ['(has) Standard License']),
    column('mobileLicense', 'Mobile License', true, ['(has) Mobile License']),
    column('groupId', 'Tech Group ID', true, ['Technician Group ID'])
  ],
  rowLimit: 'from-settings',
  group: 'chosen-or-column',
  defaults
};

export const importKinds: Readonly<Record<ImportKindId, ImportKind>> = {
  'agents-workbook': agentsWorkbook,
  'technicians-file': techniciansFile
};
