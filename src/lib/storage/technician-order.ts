/** Where technicians stand in their group, in the order of `liveTechnicians`: by the index alone, no record is read. */
import type { GroupId } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { database } from './database.ts';

/** The ids of those directly in a group from a place on (0 is the first). */
export async function technicianIds(
  groupId: GroupId,
  window: { readonly offset: number; readonly limit: number },
  db = database
): Promise<readonly PersonId[]> {
  const inOrder = db.people.where('[groupId+sortKey]').between([groupId, ''], [groupId, []]);
  return await inOrder.offset(window.offset).limit(window.limit).primaryKeys();
}

/** null for who is no technician, or gone. `index` is from 0. */
export async function technicianPlace(
  personId: PersonId,
  db = database
): Promise<{ readonly groupId: GroupId; readonly index: number } | null> {
  const record = await db.people.get(personId);
  if (record?.groupId === undefined || record.sortKey === undefined) return null;
  const { groupId, sortKey } = record;
  const index = db.people.where('[groupId+sortKey]');
  const before = await index.between([groupId, ''], [groupId, sortKey]).count();
  const namesakes = await index.equals([groupId, sortKey]).primaryKeys();
  return { groupId, index: before + namesakes.indexOf(personId) };
}
