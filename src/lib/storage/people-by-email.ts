/**
 * Everyone's emails, and whose they are, inside the caller's transaction. The browser's own requests: a cursor's steps
 * take twice as long as whole stretches of people, and Dexie's own half as much again.
 */
import type { PersonRecord } from './records.ts';

/** People in one stretch: some megabytes. */
const STRETCH = 5000;

/** To ask for one person takes as long as reading so many one behind another. */
const READ_IN_TIME_OF_ONE = 5;

export async function readEmailKeys(transaction: IDBTransaction): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  await walkPeople(transaction, ({ emailKey }) => keys.add(emailKey));
  return keys;
}

/** In no order; emails that nobody has are passed over. */
export async function readPeopleWith(
  emailKeys: readonly string[],
  transaction: IDBTransaction
): Promise<readonly PersonRecord[]> {
  const people = transaction.objectStore('people');
  const index = people.index('emailKey');
  const isMany = emailKeys.length > STRETCH;
  if (isMany && emailKeys.length * READ_IN_TIME_OF_ONE > (await answer(people.count()))) {
    const wanted = new Set(emailKeys);
    const found: PersonRecord[] = [];
    await walkPeople(transaction, (person) => wanted.has(person.emailKey) && found.push(person));
    return found;
  }
  const asked = emailKeys.map((emailKey) => answer(index.get(emailKey) as IDBRequest<PersonRecord | undefined>));
  return (await Promise.all(asked)).filter((person) => person !== undefined);
}

/** By their ids. */
async function walkPeople(transaction: IDBTransaction, visit: (person: PersonRecord) => unknown): Promise<void> {
  const people = transaction.objectStore('people');
  for (let range: IDBKeyRange | null = null; ;) {
    const stretch = await answer(people.getAll(range, STRETCH) as IDBRequest<PersonRecord[]>);
    stretch.forEach(visit);
    const last = stretch.at(-1);
    if (last === undefined || stretch.length < STRETCH) return;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error ?? new DOMException('People cannot be read.', 'UnknownError'));
    request.onsuccess = () => resolve(request.result);
  });
}
