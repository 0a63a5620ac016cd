import { m } from '#i18n/messages.js';
import type { ExamplePerson, ExampleWords } from '#lib/import/example-file.ts';
import type { ImportKindId } from '#lib/import/kinds.ts';

/** Good for every minimum strength that an organization can ask for. */
const PASSWORDS = ['Sample1%', 'Muster2#'] as const;

/** Two people whom nobody takes for real ones; as they stand they could be imported. */
export function exampleWords(kind: ImportKindId): ExampleWords {
  const fileName = kind === 'agents-workbook' ? m.example_file_agents() : m.example_file_technicians();
  return { fileName, people: PASSWORDS.map(examplePerson) };
}

function examplePerson(password: string, at: number): ExamplePerson {
  const number = String(at + 1);
  return {
    name: m.example_name({ number }),
    nickname: m.example_nickname({ number }),
    email: `example.person${number}@example.com`,
    ssoId: `example-person-${number}`,
    description: m.example_description(),
    password,
    enabled: true,
    standardLicense: true,
    mobileLicense: at === 1,
    groupId: 1
  };
}
