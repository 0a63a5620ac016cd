/**
 * Fills the database of an organization that was just set up with made-up groups and technicians, the same ones each
 * time: six levels of groups, each the parent of the next ones in order, and people spread over the lowest.
 * Runs inside the page; `groups` is at least 10.
 * @param {{ groups: number, people: number }} size
 */
export async function fillOrganization({ groups, people }) {
  const GIVEN = 'Ada Björn Chloé Dmitri Élise Fatima Gergő Hana İpek João Kwame Léa Małgorzata Noor Ötzi Priya'.split(
    ' '
  );
  const FAMILY = 'Abe Bauer Çelik Dubois Eriksen Fernández García Horváth Ivanova Jansen Kovács Müller Nguyễn'.split(
    ' '
  );
  const PLACES = 'Amber Birch Cedar Dune Elm Fjord Grove Harbour Isle Juniper Knoll Lagoon Meadow'.split(' ');
  let state = 20_261_122;
  const next = (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const plain = (/** @type {string} */ text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('muster');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('the database does not open'));
  });
  const write = (/** @type {string} */ store, /** @type {Iterable<unknown>} */ records) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
      for (const record of records) transaction.objectStore(store).put(record);
      transaction.oncomplete = () => resolve(undefined);
      transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
    });

  // Five children each give six levels at 10,000.
  const parentOf = (/** @type {number} */ id) => (id <= 5 ? null : Math.floor((id - 6) / 5) + 1);
  await write(
    'groups',
    Array.from({ length: groups }, (_, at) => ({
      id: at + 1,
      parentId: parentOf(at + 1),
      name: `${PLACES[next(PLACES.length)]} ${at + 1}`,
      description: '',
      enabled: at % 50 !== 49
    }))
  );
  // The first group is a crowd of its own: a long list is scrolled too.
  const crowd = Math.floor(people / 10);
  const lowest = Math.floor((groups - 6) / 5) + 2;
  const counts = new Map();
  for (let from = 0; from < people; from += 10_000) {
    const records = [];
    for (let at = from; at < Math.min(people, from + 10_000); at++) {
      const name = `${GIVEN[next(GIVEN.length)]} ${FAMILY[next(FAMILY.length)]}`;
      const groupId = at < crowd ? 1 : lowest + ((at * 7) % (groups - lowest + 1));
      const count = counts.get(groupId) ?? { groupId, people: 0, enabled: 0, standard: 0, mobile: 0 };
      counts.set(groupId, count);
      count.people++;
      count.enabled++;
      count.standard++;
      records.push({
        ...{ id: 1000 + at, emailKey: `agent.${at}@example.org`, name, groupId, sortKey: plain(name), standard: true },
        nickname: `Desk ${at}`
      });
    }
    await write('people', records);
  }
  await write('groupCounts', counts.values());
  const store = database.transaction('organization', 'readwrite').objectStore('organization');
  const organization = await new Promise(
    (resolve) => (store.get(1).onsuccess = (event) => resolve(/** @type {IDBRequest} */ (event.target).result))
  );
  await new Promise((resolve) => {
    store.put({
      ...organization,
      nextGroupId: groups + 1,
      nextPersonId: 1000 + people,
      revision: organization.revision + 1
    }).onsuccess = resolve;
  });
  database.close();
}
