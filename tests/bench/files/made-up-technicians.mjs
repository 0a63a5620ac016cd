const GIVEN =
  'Ada Björn Chloé Dmitri Élise Fatima Gergő Hana İpek João Kwame Léa Małgorzata Noor Ötzi Priya Quentin Róza Søren Tomáš'.split(
    ' '
  );
const FAMILY =
  'Abe Bauer Çelik Dubois Eriksen Fernández García Horváth Ivanova Jansen Kovács Lindqvist Müller Nguyễn O’Brien Papadopoulos Quispe Rossi Šimić Tanaka'.split(
    ' '
  );

/** The columns of a technicians file (specification: Importing users), in their order. */
export const HEADER = [
  ...['Name', 'Nickname', 'Email', 'Single Sign-On ID', 'Description', 'Password'],
  ...['Enabled', 'Standard License', 'Mobile License', 'Tech Group ID']
];

/**
 * Made-up technicians, the same ones each time; each is right in every rule of an import into a chosen group.
 * @param {number} rows
 * @returns {Generator<[string, string, string, string, string, string, boolean, boolean, boolean, number]>}
 */
export function* madeUpTechnicians(rows) {
  const next = seeded(20261122);
  const below = (/** @type {number} */ end) => Math.floor(next() * end);
  for (let row = 0; row < rows; row++) {
    const given = GIVEN[below(GIVEN.length)] ?? '';
    const family = FAMILY[below(FAMILY.length)] ?? '';
    const password = `Pw%${below(2 ** 32).toString(36)}Q7`;
    const place = `Building ${1 + below(40)}, floor ${below(12)}`;
    yield [
      `${given} ${family}`,
      `${given} ${1 + below(99)}`,
      `agent.${row}@example.org`,
      `sso-${below(2 ** 32).toString(16)}-${row}`,
      place,
      password,
      below(20) > 0,
      below(4) > 0,
      below(4) === 0,
      1
    ];
  }
}

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function seeded(/** @type {number} */ state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
