/** The people and groups of the sample organization: made up, and the same every time. */
import type { Group, GroupId } from '#lib/domain/group.ts';
import { emailKey, type Person, type PersonId, type Technician } from '#lib/domain/person.ts';
import { groupNames, nameStocks } from './sample-names.ts';

/** Mulberry32: numbers from 0 to 1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function sampleGroups(): Group[] {
  const groups: Group[] = [];
  const add = (name: string, parentId: GroupId | null, description = '', enabled = true): GroupId => {
    const id = groups.length + 1;
    groups.push({ id, parentId, name, description, enabled });
    return id;
  };
  for (const [region, places] of Object.entries(groupNames)) {
    const regionId = add(region, null, '', region !== 'Contractors');
    for (const [place, teams] of Object.entries(places)) {
      const placeId = add(place, regionId, `Support centre ${place}`, region !== 'Contractors');
      for (const team of teams) add(team, placeId);
    }
  }
  return groups;
}

/** Names and emails that nobody has twice. */
export class NameGiver {
  readonly #random: () => number;
  readonly #taken = new Set<string>();

  constructor(random: () => number) {
    this.#random = random;
  }

  next(): { name: string; email: string; nickname: string } {
    const stock = pick(nameStocks, this.#random() ** 1.6);
    const given = Math.floor(this.#random() * stock.given.length);
    const family = Math.floor(this.#random() * stock.family.length);
    const words = [stock.given[given] ?? '', stock.family[family] ?? ''];
    const latin = [(stock.latinGiven ?? stock.given)[given] ?? '', (stock.latinFamily ?? stock.family)[family] ?? ''];
    return {
      name: (stock.familyFirst ? words.reverse() : words).join(stock.familyFirst ? '　' : ' '),
      email: this.#emailOf(
        latin
          .join('.')
          .toLowerCase()
          .replace(/[^a-z.]/g, '')
      ),
      nickname: words[stock.familyFirst ? 1 : 0] ?? ''
    };
  }

  #emailOf(local: string): string {
    for (let number = 1; ; number++) {
      const email = `${local}${number === 1 ? '' : number}@sample.example`;
      if (this.#taken.has(emailKey(email))) continue;
      this.#taken.add(emailKey(email));
      return email;
    }
  }
}

/** The Master Administrator, and two Administrators who have a region each. */
export function sampleAdministrators(groups: readonly Group[], names: NameGiver): Person[] {
  const regions = groups.filter((group) => group.parentId === null);
  return [1, 2, 3].map((id): Person => {
    const { name, email } = names.next();
    const base = { id, name, email, description: '', enabled: true };
    if (id === 1) return { ...base, role: 'master-administrator', description: 'Looks after the sample' };
    return { ...base, role: 'administrator', assignedGroupIds: regions.slice(id - 2, id - 1).map((group) => group.id) };
  });
}

export function sampleTechnicians(
  firstId: PersonId,
  count: number,
  groupIds: readonly GroupId[],
  names: NameGiver,
  random: () => number
): Technician[] {
  return Array.from({ length: count }, (_, at) => {
    const { name, email, nickname } = names.next();
    return {
      ...{ id: firstId + at, role: 'technician', name, email, description: '' },
      groupId: pick(groupIds, random()),
      nickname: random() < 0.6 ? nickname : '',
      ssoId: random() < 0.3 ? `sso-${1000 + at}` : '',
      enabled: random() < 0.93,
      standardLicense: random() < 0.9,
      mobileLicense: random() < 0.25
    };
  });
}

/** `share` is from 0 to 1. */
export function pick<Item>(items: readonly Item[], share: number): Item {
  const item = items[Math.min(items.length - 1, Math.floor(share * items.length))];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
