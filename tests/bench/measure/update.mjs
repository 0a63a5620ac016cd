import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEADER } from '../files/made-up-technicians.mjs';
import { commit, goToImport, preview } from './import-road.mjs';

/**
 * Everyone who exists is updated by a CSV file: another nickname for each, the rest as it is.
 * @param {import('./fresh-browser.mjs').Fresh} fresh over a filled profile
 * @param {string} address of the product
 * @param {string} folder for the file
 */
export async function measureUpdate(fresh, address, folder) {
  const { page } = fresh;
  await goToImport(page, address);
  const people = await page.evaluate(readTechnicians);
  const line = (/** @type {(typeof people)[0]} */ { name, email, groupId }, /** @type {number} */ at) =>
    `${name},Desk ${at} B,${email},,,,TRUE,TRUE,FALSE,${groupId}`;
  const header = HEADER.join(',');
  const file = join(folder, 'updates.csv');
  writeFileSync(file, `${[header, ...people.map(line)].join('\r\n')}\r\n`);
  const one = join(folder, 'one.csv');
  writeFileSync(one, `${header}\r\n${people.slice(0, 1).map(line).join('')}\r\n`);

  // The choice stands beside a file; it stays for the next one.
  const input = page.locator('input[type="file"]');
  await input.setInputFiles(one);
  const existing = page.getByLabel('If a person already exists');
  if (!(await existing.isVisible())) await page.locator('details.options > summary').click();
  await existing.selectOption({ label: 'Update' });
  await page.getByRole('button', { name: /^Start import \(1 of 1, 1 updated/ }).waitFor();
  const { previewed, memory } = await preview(fresh, file, people.length);
  const { commit: committed, transaction } = await commit(fresh);
  return { people: people.length, previewed, memory, commit: committed, transaction };
}

/** Runs in the page. @returns {Promise<{ name: string, email: string, groupId: number }[]>} */
function readTechnicians() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('muster');
    opening.onerror = () => reject(opening.error ?? new Error('the database does not open'));
    opening.onsuccess = () => {
      const reading = opening.result.transaction('people').objectStore('people').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        const technicians = reading.result.filter(({ groupId }) => groupId !== undefined);
        resolve(technicians.map(({ name, emailKey, groupId }) => ({ name, email: emailKey, groupId })));
      };
    };
  });
}
