import { m } from '#i18n/messages.js';
import { MINIMUM_PASSWORD_LENGTH } from '#lib/domain/password-policy.ts';
import { MAX_NAME_LENGTH } from '#lib/domain/person.ts';
import type { ColumnId, ImportKindId } from '#lib/import/kinds.ts';
import type { TemplateWords } from '#lib/import/template.ts';
import { number } from './lists.ts';
import { strengthAdvice } from './problem-sentence.ts';

/** The words of a template, in the language of the page. */
export function templateWords(kind: ImportKindId): TemplateWords {
  return {
    ...names[kind](),
    instructionsName: m.template_instructions(),
    instructions: m.template_intro(),
    headings: { column: m.template_column(), required: m.template_required(), rule: m.template_rule() },
    yes: m.template_yes(),
    no: m.template_no(),
    rule: (column) => rules[column]()
  };
}

const names: Readonly<Record<ImportKindId, () => Pick<TemplateWords, 'fileName' | 'sheetName' | 'title'>>> = {
  'agents-workbook': () => ({
    fileName: m.template_file_agents(),
    sheetName: m.template_sheet(),
    title: m.template_title()
  }),
  'technicians-file': () => ({
    fileName: m.template_file_technicians(),
    sheetName: m.template_sheet_technicians(),
    title: m.template_title_technicians()
  })
};

const nameLength = (): { allowed: string } => ({ allowed: number(MAX_NAME_LENGTH) });

const rules: Readonly<Record<ColumnId, () => string>> = {
  name: () => m.template_rule_name(nameLength()),
  nickname: () => m.template_rule_nickname(nameLength()),
  email: m.template_rule_email,
  ssoId: m.template_rule_sso_id,
  description: m.template_rule_description,
  password: () => m.template_rule_password({ length: number(MINIMUM_PASSWORD_LENGTH), advice: strengthAdvice('good') }),
  enabled: m.template_rule_yes_no,
  standardLicense: m.template_rule_yes_no,
  mobileLicense: m.template_rule_yes_no,
  groupId: m.template_rule_group_id
};
